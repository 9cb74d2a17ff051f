package zhangfa.rulebook.monthend;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.identity.Account;
import zhangfa.process.Processes;
import zhangfa.rulebook.control.ControlRun;
import zhangfa.rulebook.control.ControlState;
import zhangfa.rulebook.control.Controls;
import zhangfa.rulebook.coverage.CoverageBoard;
import zhangfa.rulebook.occurrence.OccurrenceReading;
import zhangfa.rulebook.occurrence.OccurrenceRow;

/** Computes the report of a month. */
@Component
class MonthReports {

    private final OccurrenceReading occurrences;
    private final CoverageBoard coverage;
    private final Controls controls;
    private final Processes processes;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    MonthReports(
            OccurrenceReading occurrences,
            CoverageBoard coverage,
            Controls controls,
            Processes processes,
            JdbcClient jdbc,
            @Value("${zhangfa.zone}") ZoneId zone) {
        this.occurrences = occurrences;
        this.coverage = coverage;
        this.controls = controls;
        this.processes = processes;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    MonthReport of(YearMonth month, Account who, Locale locale) {
        var rows = occurrences.ofMonth(month, null, who);
        var states = controls.states();
        return new MonthReport(
                month,
                rows.stream().collect(groupingBy(row -> row.one().standing(), counting())),
                rows.stream().filter(MonthReports::isOpenAndLate).toList(),
                lines(month),
                coverage.now(locale).tally(),
                states.stream().filter(ControlState::holds).count(),
                states.stream()
                        .filter(state -> state.status() == ControlRun.Status.VIOLATED)
                        .toList());
    }

    private static boolean isOpenAndLate(OccurrenceRow row) {
        return row.one().isOpen() && row.one().isLate();
    }

    private List<MonthReport.Line> lines(YearMonth month) {
        return jdbc.sql("""
                        with month as (select cast(:from as timestamptz) as begins, cast(:until as timestamptz) as ends),
                            late as (select c.process, count(*) as late from fact.task t join fact.case c on c.id = t.case_id, month m
                                where t.due_at >= m.begins and t.due_at < m.ends and t.status <> 'dropped'
                                    and coalesce(t.decided_at, now()) > t.due_at group by c.process)
                        select c.process,
                            count(*) filter (where c.started_at >= m.begins) as started,
                            count(*) filter (where c.status = 'completed' and c.ended_at >= m.begins and c.ended_at < m.ends) as completed,
                            count(*) filter (where c.ended_at is null or c.ended_at >= m.ends) as running,
                            coalesce(to_char(extract(epoch from avg(c.ended_at - c.started_at) filter (
                                where c.status = 'completed' and c.ended_at >= m.begins and c.ended_at < m.ends)) / 86400,
                                'FM999990.0'), '') as days,
                            coalesce(max(l.late), 0) as late
                        from fact.case c cross join month m left join late l on l.process = c.process
                        where c.started_at < m.ends and (c.ended_at is null or c.ended_at >= m.begins)
                        group by c.process order by c.process""")
                .param("from", start(month.atDay(1)))
                .param("until", start(month.plusMonths(1).atDay(1)))
                .query((row, number) -> new MonthReport.Line(
                        name(row.getString("process")),
                        row.getLong("started"),
                        row.getLong("completed"),
                        row.getLong("running"),
                        row.getString("days"),
                        row.getLong("late")))
                .list();
    }

    private String name(String process) {
        return processes.find(process).map(Processes.Summary::name).orElse(process);
    }

    private Object start(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
