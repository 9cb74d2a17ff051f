package zhangfa.work.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import zhangfa.api.Refusal.Fault;
import zhangfa.flow.FlowFormula;
import zhangfa.work.sheet.FieldForm.Line;
import zhangfa.work.sheet.FieldLine.Kind;

/** What fields say about one another, once all are known: formulas, and on which values of another field they depend. */
final class Meaning {

    private static final Pattern CONDITION = Pattern.compile("(?s)\\s*(.+?)\\s*[=＝]\\s*(.+)");
    private static final int LONGEST = 500;

    private final List<Line> typed;
    private final List<FieldLine> read;
    private final List<Fault> faults;
    private final Naming naming;
    private int at = -1;

    Meaning(List<Line> typed, List<FieldLine> read, List<Fault> faults) {
        this.typed = typed;
        this.read = read;
        this.faults = faults;
        this.naming = Naming.of(read);
    }

    /** The same fields, in the order in which they were typed. */
    List<FieldLine> lines() {
        if (!faults.isEmpty()) {
            return read;
        }
        var meant = new ArrayList<FieldLine>();
        for (var line : read) {
            var whole = meant(line, next(), naming);
            var columns = new ArrayList<FieldLine>();
            for (var column : line.columns()) {
                columns.add(meant(column, next(), naming.in(line)));
            }
            meant.add(columns.isEmpty() ? whole : whole.with(columns));
        }
        return meant;
    }

    /** The next line that is a field. */
    private Line next() {
        do {
            at++;
        } while (FieldForm.said(typed.get(at).name()).isBlank());
        return typed.get(at);
    }

    private FieldLine meant(FieldLine line, Line written, Naming names) {
        var meant = line.kind() == Kind.COMPUTED
                ? line.computedBy(formula(FieldForm.said(written.options()).strip(), names))
                : line;
        var when = FieldForm.said(written.when()).strip();
        return when.isEmpty() || written.isColumn() ? meant : meant.only(when(line, when));
    }

    private String formula(String written, Naming names) {
        var formula = names.meant(written);
        try {
            if (written.length() > LONGEST) {
                throw new IllegalArgumentException("Too long");
            }
            FlowFormula.of(formula);
        } catch (IllegalArgumentException none) {
            faults.add(new Fault("/fields/" + at + "/options", "{work.sheet.formula}"));
        }
        return formula;
    }

    private FieldLine.When when(FieldLine line, String written) {
        var parts = CONDITION.matcher(written);
        if (parts.matches()) {
            var key = naming.key(parts.group(1));
            var values = FieldForm.options(parts.group(2));
            var other = read.stream()
                    .filter(one -> one.key().equals(key)
                            && one.kind() == Kind.CHOICE
                            && !one.key().equals(line.key()))
                    .findFirst();
            if (other.isPresent() && new HashSet<>(other.get().options()).containsAll(values)) {
                return new FieldLine.When(key, values);
            }
        }
        faults.add(new Fault("/fields/" + at + "/when", "{work.sheet.when}"));
        return new FieldLine.When("", List.of());
    }
}
