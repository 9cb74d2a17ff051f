package zhangfa.rulebook.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.rulebook.regulation.Head;
import zhangfa.rulebook.regulation.Rank;
import zhangfa.rulebook.regulation.Scope;

/**
 * The head of an edition as somebody writes it.
 *
 * @param revision the one that they saw
 */
public record HeadForm(
        int revision,
        String title,
        String rank,
        boolean everyone,
        List<String> units,
        List<String> positions,
        String owner,
        String reason,
        @Nullable LocalDate effectiveFrom) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 2_000;

    /**
     * What it says, where all of it can be.
     *
     * @param knownUnits keys of units that exist
     * @param knownPositions keys of positions that exist
     */
    Head head(Set<String> knownUnits, Set<String> knownPositions) {
        var faults = new ArrayList<Fault>();
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            faults.add(titleFault(title));
        }
        if (reason.length() > LONGEST_REASON) {
            faults.add(new Fault("/reason", "{rulebook.draft.too-long|" + LONGEST_REASON + "}"));
        }
        if (!rank.matches("charter|basic|special|detail")) {
            faults.add(new Fault("/rank", "{rulebook.rank.unknown}"));
        }
        if (!owner.isEmpty() && !knownPositions.contains(owner)) {
            faults.add(new Fault("/owner", "{rulebook.edition.no-such-position}"));
        }
        if (!knownUnits.containsAll(units) || !knownPositions.containsAll(positions)) {
            faults.add(new Fault("/units", "{rulebook.edition.no-such-unit}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Head(
                title.strip(),
                Rank.of(rank),
                new Scope(everyone, units, positions),
                owner,
                reason.strip(),
                effectiveFrom);
    }

    /** The same, to be written over what somebody else has written meanwhile. */
    HeadForm at(int other) {
        return new HeadForm(other, title, rank, everyone, units, positions, owner, reason, effectiveFrom);
    }

    static void checkTitle(String title) {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw Refusal.invalid(List.of(titleFault(title)));
        }
    }

    private static Fault titleFault(String title) {
        return new Fault(
                "/title",
                title.isBlank() ? "{rulebook.draft.title-missing}" : "{rulebook.draft.too-long|" + LONGEST_TITLE + "}");
    }
}
