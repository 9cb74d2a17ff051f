package zhangfa.organization.intake;

import java.util.List;

/** What a staff file would do: one step for each good row, one error for each wrong cell. */
record StaffPlan(List<StaffStep> steps, List<RowError> errors) {

    ImportResult result(boolean dryRun) {
        return new ImportResult(
                dryRun, count(StaffStep.Kind.CREATE), count(StaffStep.Kind.UPDATE), count(StaffStep.Kind.KEEP), errors);
    }

    private int count(StaffStep.Kind kind) {
        return (int) steps.stream().filter(step -> step.kind() == kind).count();
    }
}
