package zhangfa.finance.check;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import zhangfa.finance.claim.ClaimLine;
import zhangfa.process.Insight.Finding;

/** Whether each expense lies before its filing, not long before, and on a day when people work. */
final class DateCheck {

    private static final int DAYS = 90;

    private DateCheck() {}

    static List<Finding> of(List<ClaimLine> lines, LocalDate filedOn) {
        var findings = new ArrayList<Finding>();
        for (int place = 0; place < lines.size(); place++) {
            var day = lines.get(place).spentOn();
            var pointer = "/form/lines/" + place + "/date";
            if (day.isAfter(filedOn)) {
                findings.add(Finding.warn(Said.of("future", place + 1, day), pointer));
            } else if (day.isBefore(filedOn.minusDays(DAYS))) {
                findings.add(Finding.warn(Said.of("old", place + 1, day, DAYS), pointer));
            } else if (day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
                findings.add(Finding.info(Said.of("weekend", place + 1, day), pointer));
            }
        }
        return findings.stream().anyMatch(finding -> finding.level().equals("warn"))
                ? findings
                : withGood(findings, Finding.ok(Said.of("dates", DAYS)));
    }

    private static List<Finding> withGood(List<Finding> findings, Finding good) {
        findings.addFirst(good);
        return findings;
    }
}
