package zhangfa.process.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import zhangfa.process.CaseFile;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;
import zhangfa.process.definition.Definitions;
import zhangfa.process.form.Fields;

/** Reads rows of cases. */
final class CaseReading {

    private CaseReading() {}

    static CaseFile file(ResultSet row, Definitions definitions, Collection<String> owned) throws SQLException {
        var definition = definitions.version(row.getString("process"), row.getInt("version"));
        return new CaseFile(
                row.getObject("id", UUID.class),
                row.getString("number"),
                definition.key(),
                definition.name(LocaleContextHolder.getLocale()),
                definition.version(),
                row.getString("title"),
                row.getString("status"),
                row.getObject("initiator", UUID.class),
                row.getObject("unit", UUID.class),
                TaskReading.instant(row, "started_at"),
                row.getObject("ended_at") == null ? null : TaskReading.instant(row, "ended_at"),
                Fields.read(row.getString("form")),
                Fields.read(row.getString("facts")),
                owned.contains(definition.key()),
                List.of());
    }

    static Reading.Relative relative(ResultSet row) throws SQLException {
        return new Reading.Relative(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("process"),
                row.getString("title"),
                row.getString("status"));
    }

    static CaseFile with(CaseFile file, Map<String, Object> form, List<TaskItem> tasks) {
        return new CaseFile(
                file.id(),
                file.number(),
                file.process(),
                file.processName(),
                file.version(),
                file.title(),
                file.status(),
                file.startedBy(),
                file.unit(),
                file.startedAt(),
                file.endedAt(),
                form,
                file.facts(),
                file.owned(),
                tasks);
    }
}
