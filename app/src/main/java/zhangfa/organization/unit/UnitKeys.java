package zhangfa.organization.unit;

import zhangfa.database.Keys;

/** Keys for units that people found on a page or in a spreadsheet: nobody has to think of one. */
public final class UnitKeys {

    private UnitKeys() {}

    public static String fresh() {
        return "unit-" + Keys.next().toString().replace("-", "").substring(8, 24);
    }
}
