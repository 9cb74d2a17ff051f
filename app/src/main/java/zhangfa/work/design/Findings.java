package zhangfa.work.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.organization.Organization;
import zhangfa.process.Processes;
import zhangfa.work.plan.Block.Branch;
import zhangfa.work.plan.Block.Copy;
import zhangfa.work.plan.Block.Fork;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.Condition;
import zhangfa.work.plan.Plan;
import zhangfa.work.plan.Who;
import zhangfa.work.sheet.FieldLine;
import zhangfa.work.sheet.FieldLine.Kind;

/** Looks a design over as its publication would: in plain words what is missing, then what the kernel says. */
@Component
class Findings {

    /** The action that hangs the files of a form on its case. */
    static final String ATTACH = "case.attach";

    private final Organization organization;
    private final Processes processes;

    Findings(Organization organization, Processes processes) {
        this.organization = organization;
        this.processes = processes;
    }

    List<Finding> of(Design design) {
        var plan = design.reading().plan();
        var found = plan == null ? new ArrayList<Finding>() : new ArrayList<>(about(plan, design));
        if (found.stream().noneMatch(Finding::hinders)) {
            processes
                    .check(design.draft())
                    .forEach(fault -> found.add(Finding.hindering(fault.pointer(), fault.detail())));
        }
        return found;
    }

    private List<Finding> about(Plan plan, Design design) {
        var fields = design.fields().comparable();
        var people = design.fields().people().map(FieldLine::key).toList();
        var found = new ArrayList<Finding>();
        if (plan.everything().noneMatch(Step.class::isInstance)) {
            found.add(Finding.hindering(plan.key(), "{work.design.no-steps}"));
        }
        if (fields.isEmpty() && design.content().form() == null) {
            found.add(Finding.notable(plan.key(), "{work.design.no-form}"));
        }
        plan.everything().forEach(block -> {
            switch (block) {
                case Step step -> found.addAll(about(step, people));
                case Copy copy -> found.addAll(about(copy));
                case Fork fork -> found.addAll(about(fork, fields, hasFacts(plan)));
            }
        });
        return found;
    }

    private List<Finding> about(Step step, List<String> people) {
        var found = new ArrayList<Finding>();
        if (step.name().isBlank()) {
            found.add(Finding.hindering(step.id(), "{work.design.no-name}"));
        }
        var who = step.who();
        var chosen = Stream.of("person", "position", "head", "field").noneMatch(who::is)
                || !who.values().isEmpty();
        if (who.isNobody() || !chosen) {
            found.add(Finding.hindering(step.id(), "{work.design.nobody}"));
        } else {
            found.addAll(about(step.id(), who, people));
        }
        return found;
    }

    private List<Finding> about(String element, Who who, List<String> people) {
        var found = new ArrayList<Finding>();
        who.values("person").stream()
                .filter(name -> organization.personNamed(name).isEmpty())
                .forEach(name -> found.add(Finding.hindering(element, "{work.design.no-person}")));
        who.values("position").stream()
                .filter(position -> organization.holding(position).isEmpty())
                .forEach(position -> found.add(Finding.notable(element, "{work.design.no-holder}")));
        who.values("head").stream()
                .filter(key -> organization
                        .unitKeyed(key)
                        .filter(unit -> unit.head() != null)
                        .isEmpty())
                .forEach(key -> found.add(Finding.notable(element, "{work.design.no-head}")));
        if (!who.value("field").isEmpty() && !people.contains(who.value("field"))) {
            found.add(Finding.notable(element, "{work.design.no-person-field}"));
        }
        return found;
    }

    private static List<Finding> about(Copy copy) {
        return copy.to().isEmpty() ? List.of(Finding.hindering(copy.id(), "{work.design.nobody}")) : List.of();
    }

    /** Whether a module's action may add facts that the form does not have. */
    private static boolean hasFacts(Plan plan) {
        return !plan.settings().getOrDefault("on-submit", ATTACH).equals(ATTACH);
    }

    private static List<Finding> about(Fork fork, Map<String, FieldLine> fields, boolean facts) {
        var found = new ArrayList<Finding>();
        if (fork.branches().size() < 2) {
            found.add(Finding.hindering(fork.id(), "{work.design.one-branch}"));
        }
        if (fork.kind().isConditional() && fork.branches().stream().noneMatch(branch -> branch.when() == null)) {
            found.add(Finding.hindering(fork.id(), "{work.design.no-otherwise}"));
        }
        fork.branches().forEach(branch -> found.addAll(about(branch, fields, facts)));
        return found;
    }

    private static List<Finding> about(Branch branch, Map<String, FieldLine> fields, boolean facts) {
        var when = branch.when();
        if (when == null) {
            return List.of();
        }
        if (when.tests().isEmpty()) {
            return List.of(Finding.hindering(branch.id(), "{work.design.no-condition}"));
        }
        var found = new ArrayList<Finding>();
        for (var test : when.tests()) {
            var field = fields.get(test.field());
            if (field == null) {
                found.add(new Finding(branch.id(), "{work.design.no-field}", !facts));
            } else if (!matches(test, field)) {
                found.add(Finding.hindering(branch.id(), "{work.design.no-such-value}"));
            }
        }
        return found;
    }

    private static boolean matches(Condition.Test test, FieldLine field) {
        return field.kind() != Kind.CHOICE || field.options().contains(test.value());
    }
}
