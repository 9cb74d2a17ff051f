package zhangfa.rulebook.edition;

import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.process.Cases;
import zhangfa.process.Processes;
import zhangfa.rulebook.regulation.Edition;

/** Hands an edition in: starts the case in which it is reviewed, approved and published. */
@Component
class Submission {

    private static final String IN_FORCE = "published";

    private final Cases cases;
    private final Processes processes;
    private final Release release;

    Submission(Cases cases, Processes processes, Release release) {
        this.cases = cases;
        this.processes = processes;
        this.release = release;
    }

    /** Starts the case and tells its id; one that was returned goes on in its own case. */
    UUID submit(Edition edition, Account who) {
        if (edition.caseId() != null) {
            return edition.caseId();
        }
        if (processes
                .find(Release.PROCESS)
                .filter(process -> process.status().equals(IN_FORCE))
                .isEmpty()) {
            throw Refusal.conflict("{rulebook.release.not-adopted}");
        }
        return cases.start(who, new Cases.Wish(Release.PROCESS, release.form(edition), edition.title(), null));
    }
}
