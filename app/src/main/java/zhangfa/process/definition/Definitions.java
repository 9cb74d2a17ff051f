package zhangfa.process.definition;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import zhangfa.api.Refusal;
import zhangfa.database.Remembered;
import zhangfa.flow.FlowStart;
import zhangfa.process.Processes;
import zhangfa.process.form.CaseForm;
import zhangfa.process.form.References;

/** Where definitions are kept. A version never changes once made, so compiled versions are kept in memory. */
@Component
public class Definitions {

    private record Version(String key, int number) {}

    /** The newest published version of every process, and the processes of each owner's rule. */
    private record Published(SortedMap<String, Integer> newest, Map<String, List<String>> byOwner) {}

    private final Map<Version, Definition> compiled = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final Models models;
    private final References references;
    private final Remembered<Published> published;

    Definitions(JdbcClient jdbc, PlatformTransactionManager transactions, Models models, References references) {
        this.jdbc = jdbc;
        this.models = models;
        this.references = references;
        this.published = new Remembered<>(transactions, this::edition, this::newest);
    }

    /** The version that new cases use. */
    public Optional<Definition> current(String key) {
        return Optional.ofNullable(published.value().newest().get(key)).map(version -> version(key, version));
    }

    public Definition version(String key, int number) {
        return compiled.computeIfAbsent(new Version(key, number), this::read);
    }

    /** The version that a call activity means; empty where no published one is it. */
    public Optional<Definition> called(String key, CallRule rule) {
        if (rule.version() == null && rule.tag() == null) {
            return current(key);
        }
        return jdbc
                .sql(
                        "select version from process.definition where key = :key and status = 'published' order by version desc")
                .param("key", key)
                .query(Integer.class)
                .stream()
                .filter(version -> rule.version() == null || rule.version().equals(version))
                .map(version -> version(key, version))
                .filter(found -> rule.tag() == null
                        || rule.tag().equals(found.model().attributes().get("version-tag")))
                .findFirst();
    }

    /** The newest published version of every process, by key. */
    public List<Definition> published() {
        return published.value().newest().entrySet().stream()
                .map(newest -> version(newest.getKey(), newest.getValue()))
                .toList();
    }

    /** The processes that a message or signal of this name begins. */
    public List<Definition> startedBy(FlowStart.Kind kind, String name) {
        return published().stream()
                .filter(definition -> definition.model().starts().stream().anyMatch(start -> start.isFor(kind, name)))
                .toList();
    }

    /** The published processes by the rule that names their owners. */
    public Map<String, List<String>> byOwner() {
        return published.value().byOwner();
    }

    /** To be called inside the transaction that adds a version. */
    void forgetAfterCommit() {
        published.forgetAfterCommit();
    }

    private Object edition() {
        return jdbc.sql("select count(*) from process.definition")
                .query(Long.class)
                .single();
    }

    private Published newest() {
        var newest = new TreeMap<String, Integer>();
        var byOwner = new HashMap<String, List<String>>();
        jdbc.sql("""
                select distinct on (key) key, version, owner from process.definition where status = 'published'
                order by key, version desc""").query(row -> {
            newest.put(row.getString("key"), row.getInt("version"));
            if (row.getString("owner") != null) {
                byOwner.computeIfAbsent(row.getString("owner"), owner -> new ArrayList<>())
                        .add(row.getString("key"));
            }
        });
        return new Published(Collections.unmodifiableSortedMap(newest), Collections.unmodifiableMap(byOwner));
    }

    /** A model that is tried out and not kept; it has no version. */
    public Definition unpublished(Processes.Draft draft) {
        var compiled = models.compile(draft.bpmn(), draft.decisions());
        var model = compiled.model();
        var attributes = model.attributes();
        var particulars = Particulars.of(draft.bpmn());
        return new Definition(
                model.key(),
                0,
                model.name(),
                "draft",
                attributes.getOrDefault("level", "sub"),
                attributes.get("category"),
                attributes.get("parent"),
                attributes.get("owner"),
                draft.articles(),
                draft.bpmn(),
                CaseForm.of(draft.form(), references),
                draft.guide(),
                model,
                compiled.decisions(),
                particulars.names(),
                particulars.calls(),
                particulars.choosing());
    }

    private Definition read(Version version) {
        return jdbc.sql("select * from process.definition where key = :key and version = :version")
                .param("key", version.key())
                .param("version", version.number())
                .query((row, number) -> definition(row))
                .single();
    }

    private Definition definition(ResultSet row) throws SQLException {
        var bpmn = row.getString("bpmn");
        var particulars = Particulars.of(bpmn);
        var compiled = compiled(bpmn, texts(row.getArray("decisions")));
        return new Definition(
                row.getString("key"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("status"),
                row.getString("level"),
                row.getString("category"),
                row.getString("parent"),
                row.getString("owner"),
                texts(row.getArray("articles")),
                bpmn,
                CaseForm.of(row.getString("form"), references),
                row.getString("guide"),
                compiled.model(),
                compiled.decisions(),
                particulars.names(),
                particulars.calls(),
                particulars.choosing());
    }

    private Models.Compiled compiled(String bpmn, List<String> decisions) {
        try {
            return models.compile(bpmn, decisions);
        } catch (Refusal refused) {
            throw new IllegalStateException("A stored model is refused", refused);
        }
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
