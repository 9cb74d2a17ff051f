package zhangfa.organization.unit;

import zhangfa.api.Refusal;

/** What a unit may be called. */
final class UnitNames {

    private static final int LONGEST = 60;

    private UnitNames() {}

    static String checked(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST || stripped.indexOf('\0') >= 0) {
            throw Refusal.invalid("/name", "{organization.unit-name-wrong}");
        }
        return stripped;
    }
}
