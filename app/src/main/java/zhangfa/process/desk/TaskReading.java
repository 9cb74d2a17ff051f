package zhangfa.process.desk;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.RowMapper;
import zhangfa.flow.FlowJson;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowState;
import zhangfa.identity.Account;
import zhangfa.process.TaskItem;
import zhangfa.process.TaskItem.CaseRef;
import zhangfa.process.definition.Definition;
import zhangfa.process.definition.Definitions;
import zhangfa.process.deputy.StandIns;
import zhangfa.process.form.Fields;

/** Reads rows of tasks joined with their cases as one account sees them. */
final class TaskReading implements RowMapper<TaskItem> {

    static final String COLUMNS = """
            t.id as task, t.number as task_number, t.step, t.kind, t.candidates, t.assignee, t.accountable, t.created_at, t.due_at,
            t.closed_at, t.closing, t.closed_by, t.comment,
            c.id, c.number, c.title, c.process, c.version, c.status, c.initiator, c.state, c.form, c.facts, c.stand_ins, t.activity
            """;

    private final Account who;
    private final Collection<String> owned;
    private final Definitions definitions;

    /** Rows of one case carry the same texts: each is read once. */
    private final Map<String, FlowState> states = new HashMap<>();

    private final Map<String, Map<String, Object>> fields = new HashMap<>();

    /** @param owned processes of which the reader is the owner */
    TaskReading(Account who, Collection<String> owned, Definitions definitions) {
        this.who = who;
        this.owned = owned;
        this.definitions = definitions;
    }

    @Override
    public TaskItem mapRow(ResultSet row, int rowNumber) throws SQLException {
        var definition = definitions.version(row.getString("process"), row.getInt("version"));
        var state = states.computeIfAbsent(row.getString("state"), FlowJson::readState);
        var number = row.getInt("task_number");
        var step = row.getString("step");
        var candidates = ids(row.getArray("candidates"));
        var assignee = row.getObject("assignee", UUID.class);
        var closed = closed(row);
        return new TaskItem(
                row.getObject("task", UUID.class),
                caseRef(row, definition),
                step,
                step.equals(FlowModel.INITIATOR) ? null : definition.stepName(step, LocaleContextHolder.getLocale()),
                row.getString("kind"),
                assignee != null ? List.of(assignee) : candidates,
                candidates.isEmpty() ? null : assignee,
                Optional.ofNullable(assignee).orElse(row.getObject("accountable", UUID.class)),
                instant(row, "created_at"),
                row.getObject("due_at") == null ? null : instant(row, "due_at"),
                closed,
                actions(definition, state, number, closed == null),
                closed == null ? definition.model().returnTargets(state, number) : List.of(),
                shown(definition, step, fields.computeIfAbsent(row.getString("form"), Fields::read)),
                definition.form().source(),
                permissions(definition, step),
                StandIns.read(row.getString("stand_ins")).in(row.getInt("activity")));
    }

    /** What the step hides is not read there either. */
    private static Map<String, Object> shown(Definition definition, String step, Map<String, Object> form) {
        return HiddenFields.without(form, HiddenFields.in(definition, step));
    }

    /** What the reader may do by the case's state, and what its process's owner may besides. */
    private Set<String> actions(Definition definition, FlowState state, int task, boolean open) {
        var actions = new LinkedHashSet<>(
                definition.model().actions(state, task, who.id().toString()));
        if (open && state.isRunning() && owned.contains(definition.key())) {
            actions.add("jump");
        }
        return actions;
    }

    private CaseRef caseRef(ResultSet row, Definition definition) throws SQLException {
        return new CaseRef(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("process"),
                definition.name(LocaleContextHolder.getLocale()),
                row.getString("status"),
                row.getObject("initiator", UUID.class),
                fields.computeIfAbsent(row.getString("facts"), Fields::read));
    }

    private static TaskItem.@Nullable Closed closed(ResultSet row) throws SQLException {
        return row.getString("closing") == null
                ? null
                : new TaskItem.Closed(
                        instant(row, "closed_at"),
                        row.getString("closing"),
                        row.getObject("closed_by", UUID.class),
                        row.getString("comment"));
    }

    private static Map<String, String> permissions(Definition definition, String step) {
        var permissions = new LinkedHashMap<String, String>();
        definition
                .accesses(step)
                .forEach((field, access) -> permissions.put(field, access.name().toLowerCase(Locale.ROOT)));
        return permissions;
    }

    static List<UUID> ids(Array array) throws SQLException {
        return Arrays.asList((UUID[]) array.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Timestamp.class).toInstant();
    }
}
