package zhangfa.process.run;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.process.definition.Definition;
import zhangfa.process.definition.Definitions;

/** Begins runs: a case as its row stands, by the version of its process that it lives by, and what is said to it. */
@Component
class Runs {

    private final Definitions definitions;
    private final Staffing staffing;
    private final Deadlines deadlines;
    private final Actions actions;
    private final Agreements agreements;
    private final Clock clock;

    Runs(
            Definitions definitions,
            Staffing staffing,
            Deadlines deadlines,
            Actions actions,
            Agreements agreements,
            Clock clock) {
        this.definitions = definitions;
        this.staffing = staffing;
        this.deadlines = deadlines;
        this.actions = actions;
        this.agreements = agreements;
        this.clock = clock;
    }

    Run of(CaseRow row, Run.Said said) {
        return of(row, definition(row), said);
    }

    /** A case that goes over to another version, which decides from now on. */
    Run of(CaseRow row, Definition next, Run.Said said) {
        var changes = next.form().changes(row.form(), said.patch());
        var whole = new Run.Said(said.command(), said.at(), said.actor(), said.comment(), changes);
        return new Run(row, next, staffing, deadlines, actions, agreements, whole);
    }

    Definition definition(CaseRow row) {
        return definitions.version(row.process(), row.version());
    }

    /** Whether this person answers for the process of the case. */
    boolean isOwner(Account who, CaseRow row) {
        return staffing.owners(definition(row).owner()).contains(who.id());
    }

    Run.Said said(Account who, @Nullable UUID command, @Nullable String comment) {
        return said(who, command, comment, Map.of());
    }

    Run.Said said(Account who, @Nullable UUID command, @Nullable String comment, Map<String, Object> patch) {
        var words = comment == null || comment.isBlank() ? null : comment.strip();
        return new Run.Said(command == null ? Keys.next() : command, now(), who.id(), words, patch);
    }

    Clock clock() {
        return clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
