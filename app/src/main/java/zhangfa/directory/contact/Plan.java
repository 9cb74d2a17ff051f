package zhangfa.directory.contact;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What taking contacts in would do. */
record Plan(List<UnitStep> units, List<PersonStep> people, List<Leaver> leavers) {

    /** Everything that is not as it was, units first; that the top is the company goes without saying. */
    List<Difference> differences() {
        var below = units.stream().filter(step -> step.department().parent() != null);
        return Stream.concat(below.map(Plan::line), people.stream().map(Plan::line))
                .filter(line -> line.kind() != Difference.Kind.KEEP)
                .toList();
    }

    int unchanged() {
        return units.size() + people.size() - differences().size();
    }

    int count(Difference.Kind kind) {
        return (int) people.stream().filter(step -> step.kind() == kind).count();
    }

    int changedUnits() {
        return (int) units.stream()
                .filter(step -> step.kind() == Difference.Kind.FOUND || step.kind() == Difference.Kind.UPDATE)
                .count();
    }

    private static Difference line(UnitStep step) {
        return new Difference(step.kind(), step.department().name(), "", detail("unit", step.renamed(), step.moved()));
    }

    private static Difference line(PersonStep step) {
        var why = step.unclear();
        return new Difference(
                step.kind(),
                step.member().name(),
                step.username(),
                why != null ? why : detail("person", step.described(), step.moved()));
    }

    private static @Nullable String detail(String what, boolean described, boolean moved) {
        if (described && moved) {
            return "{directory.contact." + what + ".both}";
        }
        return described
                ? "{directory.contact." + what + ".described}"
                : moved ? "{directory.contact." + what + ".moved}" : null;
    }
}
