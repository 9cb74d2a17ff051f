package zhangfa.process.desk;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.process.CaseFile;
import zhangfa.process.Eyes;
import zhangfa.process.Ownership;
import zhangfa.process.Processes;
import zhangfa.process.Reading;
import zhangfa.process.TaskItem;
import zhangfa.process.definition.Definitions;
import zhangfa.process.form.Fields;

/** Reads boxes, tasks and cases; every query carries the one predicate of who may see a case. */
@Component
class ReadingRoom implements Reading {

    /** A box shows cases by their latest task; a case that waits for somebody to be found has none yet. */
    private static final String HAS_TASK = "exists (select 1 from process.task where case_id = %s)";

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final Eyes eyes;
    private final Ownership ownership;
    private final Outlook outlook;

    ReadingRoom(JdbcClient jdbc, Definitions definitions, Eyes eyes, Ownership ownership, Outlook outlook) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.eyes = eyes;
        this.ownership = ownership;
        this.outlook = outlook;
    }

    @Override
    public Listing<TaskItem> box(Account who, Box box, Window window) {
        var from = Moments.after(window.after());
        var sql = switch (box) {
            case TODO -> """
                    select %s, t.created_at as place, t.id as place_id from process.todo d
                    join process.task t on t.id = d.task join process.case c on c.id = t.case_id
                    where d.person = :me and (t.created_at, t.id) < (:at, :id) order by place desc, place_id""";
            case DONE -> """
                    select %s, t.closed_at as place, t.id as place_id from process.task t join process.case c on c.id = t.case_id
                    where t.closed_by = :me and (t.closed_at, t.id) < (:at, :id) order by place desc, place_id""";
            case CC -> """
                    select %s, y.at as place, c.id as place_id from process.copy y join process.case c on c.id = y.case_id
                    join lateral (select * from process.task where case_id = c.id order by closing is null desc, id desc limit 1) t on true
                    where y.person = :me and (y.at, c.id) < (:at, :id) order by place desc, place_id""";
            case STARTED -> """
                    select %s, c.started_at as place, c.id as place_id from process.case c
                    join lateral (select * from process.task where case_id = c.id order by closing is null desc, id desc limit 1) t on true
                    where c.initiator = :me and c.id < :id order by place_id""";
        };
        var reading = new TaskReading(who, ownership.of(who.id()), definitions);
        record Place(TaskItem item, String cursor) {}
        var places = jdbc.sql(sql.formatted(TaskReading.COLUMNS) + " desc limit :rows")
                .param("me", who.id())
                .param("at", Timestamp.from(from.at()))
                .param("id", from.id())
                .param("rows", window.rows())
                .query((row, number) -> new Place(
                        reading.mapRow(row, number),
                        Moments.cursor(TaskReading.instant(row, "place"), row.getObject("place_id", UUID.class))))
                .list();
        return Listing.of(places, window.size(), Place::cursor)
                .counted(window, () -> count(who, box))
                .map(Place::item);
    }

    @Override
    public int todos(Account who) {
        return Math.toIntExact(count(who, Box.TODO));
    }

    private long count(Account who, Box box) {
        var rows = switch (box) {
            case TODO -> "process.todo where person = :me";
            case DONE -> "process.task where closed_by = :me";
            case CC -> "process.copy y where person = :me and " + HAS_TASK.formatted("y.case_id");
            case STARTED -> "process.case c where initiator = :me and " + HAS_TASK.formatted("c.id");
        };
        return jdbc.sql("select count(*) from " + rows)
                .param("me", who.id())
                .query(Long.class)
                .single();
    }

    @Override
    public boolean isInUse() {
        return jdbc.sql("select exists (select 1 from process.case)")
                .query(Boolean.class)
                .single();
    }

    @Override
    public TaskItem task(Account who, UUID task) {
        return jdbc.sql("select " + TaskReading.COLUMNS
                        + " from process.task t join process.case c on c.id = t.case_id where t.id = :task and "
                        + Eyes.SEES)
                .param("task", task)
                .params(eyes.of(who))
                .query(new TaskReading(who, ownership.of(who.id()), definitions))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    @Override
    public CaseFile caseFile(Account who, UUID caseId) {
        var owned = ownership.of(who.id());
        var found = jdbc.sql("select c.* from process.case c where c.id = :case and " + Eyes.SEES)
                .param("case", caseId)
                .params(eyes.of(who))
                .query((row, number) -> CaseReading.file(row, definitions, owned))
                .optional()
                .orElseThrow(Refusal::notThere);
        var tasks = jdbc.sql(
                        "select " + TaskReading.COLUMNS
                                + " from process.task t join process.case c on c.id = t.case_id where c.id = :case order by t.number")
                .param("case", caseId)
                .query(new TaskReading(who, owned, definitions))
                .list();
        var hidden = HiddenFields.from(who, found, definitions.version(found.process(), found.version()), tasks);
        return CaseReading.with(found, HiddenFields.without(found.form(), hidden), tasks);
    }

    @Override
    public Kin kin(Account who, UUID caseId) {
        var related = jdbc.sql("""
                        select c.id, c.number, c.process, c.title, c.status, p.caller = c.id as calls
                        from process.call p join process.case c on c.id = case when p.id = :case then p.caller else p.id end
                        where (p.id = :case or p.caller = :case) and %s order by p.id""".formatted(Eyes.SEES))
                .param("case", caseId)
                .params(eyes.of(who))
                .query((row, number) -> Map.entry(row.getBoolean("calls"), CaseReading.relative(row)))
                .list();
        return new Kin(
                related.stream()
                        .filter(Map.Entry::getKey)
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null),
                related.stream()
                        .filter(one -> !one.getKey())
                        .map(Map.Entry::getValue)
                        .toList());
    }

    @Override
    public Listing<CaseFile> cases(Account who, Filter filter, Window window) {
        var owned = ownership.of(who.id());
        var parameters = new LinkedHashMap<String, @Nullable Object>(eyes.of(who));
        parameters.put("status", filter.status());
        parameters.put("process", filter.process());
        parameters.put("from", filter.from() == null ? null : Timestamp.from(filter.from()));
        parameters.put("until", filter.until() == null ? null : Timestamp.from(filter.until()));
        parameters.put("id", Newest.behind(Moments.after(window.after()).id(), filter));
        parameters.put("rows", window.rows());
        var newest = Newest.ids(filter, who.may(Permission.CASE_INSPECT));
        var rows = jdbc.sql("select c.* from " + Newest.cases(newest) + " order by n.id desc")
                .params(parameters)
                .query((row, number) -> listed(CaseReading.file(row, definitions, owned), who))
                .list();
        return Listing.of(rows, window.size(), file -> Moments.cursor(file.startedAt(), file.id()))
                .counted(
                        window,
                        () -> jdbc.sql("select count(*) from process.case c where " + Eyes.SEES + Newest.wanted(filter))
                                .params(parameters)
                                .query(Long.class)
                                .single());
    }

    private CaseFile listed(CaseFile file, Account who) {
        var hidden = HiddenFields.from(who, file, definitions.version(file.process(), file.version()), List.of());
        return hidden.isEmpty() ? file : CaseReading.with(file, HiddenFields.without(file.form(), hidden), List.of());
    }

    @Override
    public List<Expected> forecast(Account who, String process, Map<String, Object> form) {
        return outlook.of(who, process, form);
    }

    @Override
    public List<Expected> forecast(Account who, Processes.Draft draft, Map<String, Object> form) {
        return outlook.of(who, draft, form);
    }

    @Override
    public List<Expected> ahead(CaseFile file) {
        record Whole(String state, String form) {}
        var whole = jdbc.sql("select state, form from process.case where id = :case")
                .param("case", file.id())
                .query((row, number) -> new Whole(row.getString("state"), row.getString("form")))
                .single();
        return outlook.ahead(CaseReading.with(file, Fields.read(whole.form()), file.tasks()), whole.state());
    }
}
