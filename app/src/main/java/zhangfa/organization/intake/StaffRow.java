package zhangfa.organization.intake;

/**
 * One row of the spreadsheet as it was typed; empty where nothing was.
 *
 * @param number the row's number in the file, as the reader of the spreadsheet sees it
 */
record StaffRow(
        int number,
        String username,
        String name,
        String unit,
        String parent,
        String position,
        String level,
        String head,
        String email,
        String phone) {}
