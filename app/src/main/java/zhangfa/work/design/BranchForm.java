package zhangfa.work.design;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import zhangfa.api.PlainText;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.work.plan.Block.Branch;
import zhangfa.work.plan.Condition;
import zhangfa.work.plan.Condition.Comparison;
import zhangfa.work.plan.Condition.Kind;
import zhangfa.work.sheet.FieldLine;

/**
 * A branch as somebody fills it in; a test without a field is none.
 *
 * @param any whether one test that holds is enough
 */
public record BranchForm(
        @Nullable String name,
        @Nullable Boolean any,
        @Nullable List<Test> tests) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_VALUE = 200;

    /** One comparison as typed. */
    public record Test(
            @Nullable String field,
            @Nullable String comparison,
            @Nullable String value) {

        static Test of(Condition.Test test) {
            return new Test(test.field(), test.comparison().name().toLowerCase(Locale.ROOT), test.value());
        }
    }

    /** The branch that is there, to be changed. */
    static BranchForm of(Branch branch) {
        var when = branch.when();
        return new BranchForm(
                branch.name(),
                when != null && !when.all(),
                when == null ? List.of() : when.tests().stream().map(Test::of).toList());
    }

    /** The branch as it becomes; its condition is read by what the fields take. */
    Branch branch(Branch present, Map<String, FieldLine> fields) {
        var faults = new ArrayList<Fault>();
        var given = said(name).strip();
        if (given.length() > LONGEST_NAME || !PlainText.is(given)) {
            faults.add(new Fault("/name", "{work.design.name|" + LONGEST_NAME + "}"));
        }
        var when = present.when() == null ? null : condition(present.when(), fields, faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Branch(present.id(), given, when, present.blocks());
    }

    private Condition condition(Condition present, Map<String, FieldLine> fields, List<Fault> faults) {
        var typed = Objects.requireNonNullElse(tests, List.<Test>of());
        var read = new ArrayList<Condition.Test>();
        for (var at = 0; at < typed.size(); at++) {
            if (!said(typed.get(at).field()).isBlank()) {
                test(typed.get(at), present, fields, "/tests/" + at, faults).ifPresent(read::add);
            }
        }
        return new Condition(!Boolean.TRUE.equals(any), List.copyOf(read));
    }

    private static Optional<Condition.Test> test(
            Test typed, Condition present, Map<String, FieldLine> fields, String pointer, List<Fault> faults) {
        var before = present.tests().stream()
                .filter(test -> Test.of(test).equals(typed))
                .findFirst();
        var field = fields.get(said(typed.field()));
        if (before.isPresent() || field == null) {
            if (before.isEmpty()) {
                faults.add(new Fault(pointer + "/field", "{work.design.no-field}"));
            }
            return before;
        }
        var comparison = comparison(said(typed.comparison()));
        var value = said(typed.value()).strip();
        var kind = kind(field);
        var wrong = wrong(field, comparison, kind, value);
        if (wrong != null) {
            faults.add(new Fault(pointer + "/value", wrong));
            return before;
        }
        return Optional.of(
                new Condition.Test(said(typed.field()), comparison, kind, kind == Kind.NUMBER ? number(value) : value));
    }

    private static Comparison comparison(String word) {
        for (var comparison : Comparison.values()) {
            if (comparison.name().toLowerCase(Locale.ROOT).equals(word)) {
                return comparison;
            }
        }
        return Comparison.EQ;
    }

    private static Kind kind(FieldLine field) {
        return switch (field.kind()) {
            case NUMBER, MONEY -> Kind.NUMBER;
            case DATE -> Kind.DATE;
            default -> Kind.TEXT;
        };
    }

    private static @Nullable String wrong(FieldLine field, Comparison comparison, Kind kind, String value) {
        if (value.contains("\\")) {
            return "{work.design.backslash}";
        }
        if (value.isEmpty() || value.length() > LONGEST_VALUE || !PlainText.is(value)) {
            return "{form.required}";
        }
        var equal = comparison == Comparison.EQ || comparison == Comparison.NE;
        return switch (kind) {
            case NUMBER ->
                comparison == Comparison.CONTAINS
                        ? "{work.design.not-comparable}"
                        : number(value).isEmpty() ? "{work.design.no-number}" : null;
            case DATE ->
                comparison == Comparison.CONTAINS
                        ? "{work.design.not-comparable}"
                        : isDay(value) ? null : "{work.design.no-day}";
            case TEXT ->
                !equal && comparison != Comparison.CONTAINS
                        ? "{work.design.not-comparable}"
                        : isOption(field, value) ? null : "{work.design.no-such-value}";
            case FIELD -> null;
        };
    }

    private static boolean isOption(FieldLine field, String value) {
        return field.options().isEmpty() || field.options().contains(value);
    }

    private static boolean isDay(String value) {
        try {
            return LocalDate.parse(value).getYear() > 0;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    /** As an expression writes it; empty where it is none. */
    private static String number(String value) {
        var plain = value.replaceAll("[,，¥￥\\s]", "");
        return plain.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? new BigDecimal(plain).toPlainString() : "";
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }
}
