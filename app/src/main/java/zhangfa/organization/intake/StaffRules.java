package zhangfa.organization.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import zhangfa.identity.Usernames;
import zhangfa.organization.PostLevel;

/** What must hold for each cell of a staff file; collects everything that does not. */
final class StaffRules {

    private static final int LONGEST_NAME = 60;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{4,19}");
    private static final Map<String, PostLevel> LEVELS = Map.ofEntries(
            Map.entry("", PostLevel.SPECIALIST),
            Map.entry("专员", PostLevel.SPECIALIST),
            Map.entry("專員", PostLevel.SPECIALIST),
            Map.entry("specialist", PostLevel.SPECIALIST),
            Map.entry("主管", PostLevel.SUPERVISOR),
            Map.entry("supervisor", PostLevel.SUPERVISOR),
            Map.entry("经理", PostLevel.MANAGER),
            Map.entry("經理", PostLevel.MANAGER),
            Map.entry("manager", PostLevel.MANAGER));
    private static final Map<String, Boolean> ANSWERS =
            Map.of("", false, "否", false, "no", false, "是", true, "yes", true);

    private final Map<String, Integer> knownUnits;
    private final Set<String> namedUnits;
    private final Predicate<String> takenByOthers;
    private final List<RowError> errors = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Map<String, String> heads = new HashMap<>();

    /**
     * Rules against the organisation as it is and the file as a whole.
     *
     * @param knownUnits how many units of today have each name
     * @param namedUnits the units that the file itself names
     * @param takenByOthers usernames of accounts that are no people
     */
    StaffRules(Map<String, Integer> knownUnits, Set<String> namedUnits, Predicate<String> takenByOthers) {
        this.knownUnits = knownUnits;
        this.namedUnits = new HashSet<>(namedUnits);
        this.takenByOthers = takenByOthers;
    }

    List<RowError> errors() {
        return List.copyOf(errors);
    }

    /** Whether the row is good. */
    boolean check(StaffRow row) {
        var before = errors.size();
        checkUsername(row);
        checkThat(!row.name().isEmpty() && row.name().length() <= LONGEST_NAME, row, Column.NAME, "name-missing");
        checkUnit(row);
        checkThat(row.position().length() <= LONGEST_NAME, row, Column.POSITION, "too-long");
        checkThat(level(row).isPresent(), row, Column.LEVEL, "level-unknown");
        checkHead(row);
        checkThat(row.email().isEmpty() || EMAIL.matcher(row.email()).matches(), row, Column.EMAIL, "email-wrong");
        checkThat(row.phone().isEmpty() || PHONE.matcher(row.phone()).matches(), row, Column.PHONE, "phone-wrong");
        return errors.size() == before;
    }

    static Optional<PostLevel> level(StaffRow row) {
        return Optional.ofNullable(LEVELS.get(row.level().toLowerCase(Locale.ROOT)));
    }

    static boolean leads(StaffRow row) {
        return ANSWERS.getOrDefault(row.head().toLowerCase(Locale.ROOT), false);
    }

    private void checkUsername(StaffRow row) {
        if (!Usernames.isUsable(row.username())) {
            wrong(row, Column.USERNAME, "{identity.username-form}");
            return;
        }
        var first = seen.putIfAbsent(row.username(), row.number());
        if (first != null) {
            wrong(row, Column.USERNAME, "{organization.row.username-twice|" + first + "}");
        }
        checkThat(!takenByOthers.test(row.username()), row, Column.USERNAME, "username-taken");
    }

    private void checkUnit(StaffRow row) {
        checkThat(!row.unit().isEmpty() && row.unit().length() <= LONGEST_NAME, row, Column.UNIT, "unit-missing");
        checkThat(knownUnits.getOrDefault(row.unit(), 0) <= 1, row, Column.UNIT, "unit-ambiguous");
        var parent = row.parent();
        checkThat(parent.isEmpty() || !parent.equals(row.unit()), row, Column.PARENT, "parent-itself");
        checkThat(
                parent.isEmpty() || knownUnits.getOrDefault(parent, 0) == 1 || namedUnits.contains(parent),
                row,
                Column.PARENT,
                "parent-unknown");
    }

    private void checkHead(StaffRow row) {
        checkThat(ANSWERS.containsKey(row.head().toLowerCase(Locale.ROOT)), row, Column.HEAD, "head-unclear");
        if (leads(row)) {
            var other = heads.putIfAbsent(row.unit(), row.username());
            checkThat(other == null || other.equals(row.username()), row, Column.HEAD, "head-twice");
        }
    }

    private void checkThat(boolean holds, StaffRow row, Column column, String rule) {
        if (!holds) {
            wrong(row, column, "{organization.row." + rule + "}");
        }
    }

    private void wrong(StaffRow row, Column column, String detail) {
        errors.add(new RowError(row.number(), column.key(), detail));
    }
}
