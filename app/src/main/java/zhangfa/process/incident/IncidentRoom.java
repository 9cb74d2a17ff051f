package zhangfa.process.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.Window;
import zhangfa.api.Words;
import zhangfa.database.RoundTrip;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.process.CaseControl;
import zhangfa.process.Eyes;
import zhangfa.process.Incidents;
import zhangfa.process.Ownership;
import zhangfa.process.definition.Definitions;

/** Reads incidents for whoever looks after them, and lets them be tried again. */
@Component
class IncidentRoom implements Incidents {

    private static final Pattern ID = Pattern.compile("([0-9a-fA-F-]{36})\\.(-?[0-9]{1,9})");
    private static final int MOST_AT_ONCE = 200;

    private static final String COLUMNS = "select i.*, c.number as case_number, c.title, c.process, c.version ";
    private static final String CONCERNED = """
            from process.incident i join process.case c on c.id = i.case_id
            where (:inspects or c.process = any (:owned::text[])) and (i.resolved_at is not null) = :resolved
              and (:process::text is null or c.process = :process::text) and (:kind::text is null or i.kind = :kind::text)""";

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final Ownership ownership;
    private final Eyes eyes;
    private final CaseControl control;
    private final Words words;

    IncidentRoom(
            JdbcClient jdbc,
            Definitions definitions,
            Ownership ownership,
            Eyes eyes,
            CaseControl control,
            Words words) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.ownership = ownership;
        this.eyes = eyes;
        this.control = control;
        this.words = words;
    }

    @Override
    public boolean concerns(Account who) {
        return who.may(Permission.CASE_INSPECT) || !ownership.of(who.id()).isEmpty();
    }

    @Override
    public int count(Account who) {
        return concerns(who) ? Math.toIntExact(count(who, new Filter(null, null, false))) : 0;
    }

    @Override
    public Listing<Incident> list(Account who, Filter filter, Window window) {
        if (!concerns(who)) {
            throw Refusal.notAllowed();
        }
        var from = Place.after(window.after());
        var owned = ownership.of(who.id());
        var rows = jdbc.sql(COLUMNS + CONCERNED + """
                         and (i.raised_at, i.case_id, i.number) < (:at, :id, :number)
                        order by i.raised_at desc, i.case_id desc, i.number desc limit :rows""")
                .params(parameters(who, filter))
                .param("at", Timestamp.from(from.at()))
                .param("id", from.caseId())
                .param("number", from.number())
                .param("rows", window.rows())
                .query((row, number) -> incident(row, owned))
                .list();
        return Listing.of(rows, window.size(), Place::cursor).counted(window, () -> count(who, filter));
    }

    private long count(Account who, Filter filter) {
        return jdbc.sql("select count(*) " + CONCERNED)
                .params(parameters(who, filter))
                .query(Long.class)
                .single();
    }

    private Map<String, @Nullable Object> parameters(Account who, Filter filter) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("inspects", who.may(Permission.CASE_INSPECT));
        parameters.put("owned", RoundTrip.array(ownership.of(who.id())));
        parameters.put("process", filter.process());
        parameters.put("kind", filter.kind());
        parameters.put("resolved", filter.resolved());
        return parameters;
    }

    @Override
    public List<Incident> ofCase(Account who, UUID caseId) {
        var owned = ownership.of(who.id());
        return jdbc.sql(COLUMNS + """
                        from process.incident i join process.case c on c.id = i.case_id
                        where i.case_id = :case and i.resolved_at is null and %s order by i.raised_at, i.number""".formatted(Eyes.SEES))
                .param("case", caseId)
                .params(eyes.of(who))
                .query((row, number) -> incident(row, owned))
                .list();
    }

    @Override
    public Incident incident(Account who, String id) {
        var named = ID.matcher(id);
        if (!named.matches()) {
            throw Refusal.notThere();
        }
        var owned = ownership.of(who.id());
        return jdbc.sql(COLUMNS + """
                        from process.incident i join process.case c on c.id = i.case_id
                        where i.case_id = :case and i.number = :number and (:inspects or c.process = any (:owned::text[]))""")
                .param("case", UUID.fromString(named.group(1)))
                .param("number", Integer.parseInt(named.group(2)))
                .param("inspects", who.may(Permission.CASE_INSPECT))
                .param("owned", RoundTrip.array(owned))
                .query((row, number) -> incident(row, owned))
                .optional()
                .orElseThrow(Refusal::notThere);
    }

    @Override
    public Outcome retry(
            Account who, String id, Map<String, Object> form, @Nullable String reason, @Nullable UUID command) {
        var found = incident(who, id);
        if (!found.mine()) {
            throw Refusal.notAllowed();
        }
        if (!form.isEmpty() && (reason == null || reason.isBlank())) {
            throw Refusal.invalid("/comment", "{process.incident.reason}");
        }
        var again = control.retry(who, found.caseId(), found.number(), form, reason, command);
        return new Outcome(id, again == null ? "resolved" : "again", again == null ? null : words.say(again));
    }

    @Override
    public List<Outcome> retry(Account who, List<String> ids, @Nullable String reason) {
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            throw Refusal.invalid("/ids", ids.isEmpty() ? "{form.required}" : "{form.maxItems|" + MOST_AT_ONCE + "}");
        }
        var outcomes = new ArrayList<Outcome>();
        for (var id : ids) {
            try {
                outcomes.add(retry(who, id, Map.of(), reason, null));
            } catch (Refusal refusal) {
                outcomes.add(new Outcome(id, "refused", words.say(refusal.detail())));
            }
        }
        return outcomes;
    }

    private Incident incident(ResultSet row, Collection<String> owned) throws SQLException {
        var definition = definitions.version(row.getString("process"), row.getInt("version"));
        var locale = LocaleContextHolder.getLocale();
        var resolved = row.getObject("resolved_at", Timestamp.class);
        return new Incident(
                row.getObject("case_id", UUID.class),
                row.getInt("number"),
                row.getString("case_number"),
                row.getString("title"),
                definition.key(),
                definition.name(locale),
                row.getString("element"),
                definition.elementName(row.getString("element"), locale),
                row.getString("kind"),
                row.getString("message"),
                row.getObject("raised_at", Timestamp.class).toInstant(),
                resolved == null ? null : resolved.toInstant(),
                owned.contains(definition.key()));
    }
}
