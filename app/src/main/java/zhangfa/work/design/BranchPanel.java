package zhangfa.work.design;

import java.util.List;
import java.util.Map;
import zhangfa.work.sheet.FieldLine;

/**
 * What the panel of a branch offers.
 *
 * @param fields whatever a condition may be about, by its key
 * @param removable whether enough branches are left without it
 */
public record BranchPanel(
        String id,
        BranchForm form,
        boolean conditional,
        boolean otherwise,
        Map<String, FieldLine> fields,
        boolean removable) {

    public List<BranchForm.Test> tests() {
        var tests = form.tests();
        return tests == null || tests.isEmpty() ? List.of(new BranchForm.Test("", "", "")) : tests;
    }

    public boolean isAny() {
        return Boolean.TRUE.equals(form.any());
    }

    public String name() {
        return form.name() == null ? "" : form.name();
    }

    /** Every option of every choice, to be suggested. */
    public List<String> suggestions() {
        return fields.values().stream()
                .flatMap(field -> field.options().stream())
                .distinct()
                .toList();
    }
}
