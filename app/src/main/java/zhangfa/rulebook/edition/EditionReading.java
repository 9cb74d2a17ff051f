package zhangfa.rulebook.edition;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.process.Reading;
import zhangfa.rulebook.difference.Difference;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.rulebook.regulation.Editions;
import zhangfa.rulebook.regulation.Provision;
import zhangfa.rulebook.regulation.Provisions;

/**
 * What of editions one account may see: published ones anybody, drafts whoever manages the rulebook, and one in review also
 * whoever sees its case.
 */
@Component
public class EditionReading {

    private final Editions editions;
    private final Provisions provisions;
    private final Reading cases;

    EditionReading(Editions editions, Provisions provisions, Reading cases) {
        this.editions = editions;
        this.provisions = provisions;
        this.cases = cases;
    }

    public Edition seen(UUID id, Account who) {
        return editions.find(id).filter(edition -> maySee(edition, who)).orElseThrow(Refusal::notThere);
    }

    /** Of each regulation the one that a reader wants first. */
    Listing<Edition> list(Account who, Window window) {
        var rows = editions.newest(manages(who), window.afterId(), window.rows());
        return Listing.of(rows, window.size(), edition -> edition.regulation().toString());
    }

    /** Of one regulation, the newest first; refused where the reader may see none. */
    List<Edition> of(UUID regulation, Account who) {
        var seen = editions.of(regulation).stream()
                .filter(edition -> maySee(edition, who))
                .toList();
        if (seen.isEmpty()) {
            throw Refusal.notThere();
        }
        return seen;
    }

    public List<Provision> text(Edition edition) {
        return provisions.of(edition.id());
    }

    Provision provision(Edition edition, UUID id) {
        return provisions.find(edition.id(), id).orElseThrow(Refusal::notThere);
    }

    /**
     * What is different from an older edition.
     *
     * @param from the older one; null for the published one before
     */
    Difference difference(Edition edition, @Nullable UUID from, Account who) {
        var before = older(edition, from, who);
        return Difference.between(before == null ? List.of() : text(before), text(edition));
    }

    /** The edition that it is compared with; null where there is none. */
    @Nullable
    Edition older(Edition edition, @Nullable UUID from, Account who) {
        if (from == null) {
            return editions.before(edition).orElse(null);
        }
        var before = seen(from, who);
        if (!before.regulation().equals(edition.regulation())) {
            throw Refusal.invalid("/from", "{rulebook.difference.other}");
        }
        return before;
    }

    static boolean manages(Account who) {
        return who.may(Permission.RULEBOOK_MANAGE);
    }

    private boolean maySee(Edition edition, Account who) {
        return edition.isPublished() || manages(who) || seesCase(edition, who);
    }

    private boolean seesCase(Edition edition, Account who) {
        if (edition.caseId() == null) {
            return false;
        }
        try {
            return edition.caseId().equals(cases.caseFile(who, edition.caseId()).id());
        } catch (Refusal hidden) {
            return false;
        }
    }
}
