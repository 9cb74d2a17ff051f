package zhangfa.work.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Keying;
import zhangfa.api.PlainText;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.work.sheet.FieldLine.Kind;

/** The fields as somebody types them: a line without a name is none, one that is a column belongs to the table above it. */
public record FieldForm(@Nullable List<Line> fields) {

    /** A line to type into. */
    public static final Line BLANK = new Line("", "", "text", false, "", "", false);

    private static final int LONGEST_NAME = 60;
    private static final int MOST = 60;
    private static final String TITLE = "title";

    /** Words that mean something in expressions, and so are no keys. */
    private static final Set<String> RESERVED = Set.of(
            "and",
            "between",
            "date",
            "duration",
            "else",
            "every",
            "external",
            "false",
            "for",
            "function",
            "if",
            "in",
            "instance",
            "not",
            "null",
            "of",
            "or",
            "return",
            "satisfies",
            "some",
            "then",
            "time",
            "true");

    /** One line; {@code options} are parted by commas, or are a formula; {@code when} is as in 用途＝差旅、采购. */
    public record Line(
            @Nullable String key,
            @Nullable String name,
            @Nullable String kind,
            @Nullable Boolean required,
            @Nullable String options,
            @Nullable String when,
            @Nullable Boolean column) {

        public boolean isRequired() {
            return Boolean.TRUE.equals(required);
        }

        public boolean isColumn() {
            return Boolean.TRUE.equals(column);
        }

        static Line of(FieldLine line, boolean column, Naming naming) {
            return new Line(
                    line.key(),
                    line.name(),
                    line.kind().word(),
                    line.required(),
                    line.kind() == Kind.COMPUTED
                            ? naming.shown(String.join("", line.options()))
                            : String.join("、", line.options()),
                    naming.shown(line.when()),
                    column);
        }
    }

    /** The fields that are there, to be changed. */
    public static FieldForm of(List<FieldLine> lines) {
        var typed = new ArrayList<Line>();
        var naming = Naming.of(lines);
        lines.forEach(line -> {
            typed.add(Line.of(line, false, naming));
            line.columns().forEach(column -> typed.add(Line.of(column, true, naming.in(line))));
        });
        return new FieldForm(typed);
    }

    /** The lines to show: at least one to type into. */
    public List<Line> lines() {
        return fields == null || fields.isEmpty() ? List.of(BLANK) : fields;
    }

    /**
     * The fields that the lines come to.
     *
     * @throws Refusal naming each line that cannot be so
     */
    public List<FieldLine> read() {
        var faults = new ArrayList<Fault>();
        var read = new ArrayList<FieldLine>();
        var taken = new HashSet<>(RESERVED);
        var typed = Objects.requireNonNullElse(fields, List.<Line>of());
        typed.forEach(line -> taken.addAll(said(line.key()).equals(TITLE) ? Set.of(TITLE) : Set.of()));
        for (var at = 0; at < typed.size(); at++) {
            var line = typed.get(at);
            if (!said(line.name()).isBlank()) {
                take(line, "/fields/" + at, read, taken, faults);
            }
        }
        if (read.size() > MOST) {
            faults.add(new Fault("/fields", "{work.sheet.many|" + MOST + "}"));
        }
        var meant = new Meaning(typed, read, faults).lines();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return meant;
    }

    private static void take(Line line, String pointer, List<FieldLine> read, Set<String> taken, List<Fault> faults) {
        var name = said(line.name()).strip();
        if (name.length() > LONGEST_NAME || !PlainText.is(name)) {
            faults.add(new Fault(pointer + "/name", "{work.sheet.name|" + LONGEST_NAME + "}"));
        }
        var options = options(said(line.options()));
        var kind = Kind.of(said(line.kind()));
        if (kind.isChosen() && options.isEmpty()) {
            faults.add(new Fault(pointer + "/options", "{work.sheet.options}"));
        }
        var table = read.isEmpty() ? null : read.getLast();
        var column = Boolean.TRUE.equals(line.column());
        if (column && (table == null || table.kind() != Kind.TABLE || !kind.isSmall())) {
            faults.add(new Fault(pointer + "/column", "{work.sheet.column}"));
            return;
        }
        var keys = column && table != null
                ? new HashSet<>(table.columns().stream().map(FieldLine::key).toList())
                : taken;
        keys.addAll(RESERVED);
        var field = new FieldLine(
                titles(line, kind, column, taken) ? TITLE : key(line, name, keys),
                name,
                kind,
                Boolean.TRUE.equals(line.required()) && kind != Kind.COMPUTED,
                kind.isChosen() ? options : List.of());
        if (column && table != null) {
            var columns = new ArrayList<>(table.columns());
            columns.add(field);
            read.set(read.size() - 1, table.with(columns));
        } else {
            taken.add(field.key());
            read.add(field);
        }
    }

    /** The first text that is asked for is what a case is called. */
    private static boolean titles(Line line, Kind kind, boolean column, Set<String> taken) {
        return said(line.key()).isEmpty() && kind == Kind.TEXT && !column && taken.add(TITLE);
    }

    /** A field keeps its key as long as it is there: conditions and cases know it by that. */
    private static String key(Line line, String name, Set<String> taken) {
        var present = said(line.key());
        var free = !taken.contains(present) || (present.equals(TITLE) && !name.isEmpty());
        return present.matches("[A-Za-z_]\\w{0,60}") && free ? present : Keying.of(name, taken);
    }

    static List<String> options(String written) {
        return List.copyOf(new LinkedHashSet<>(Arrays.stream(written.split("[,，、;；\\n]"))
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .toList()));
    }

    static String said(@Nullable String words) {
        return words == null ? "" : words;
    }
}
