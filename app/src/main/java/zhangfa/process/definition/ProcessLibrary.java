package zhangfa.process.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.flow.FlowDecision;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowStart;
import zhangfa.flow.FlowStep;
import zhangfa.process.Processes;

/** Takes models in, checks them, and gives each new content the next version. */
@Component
class ProcessLibrary implements Processes {

    private final JdbcClient jdbc;
    private final Definitions definitions;
    private final PublicationChecks checks;
    private final StartTimes times;
    private final Clock clock;

    ProcessLibrary(JdbcClient jdbc, Definitions definitions, PublicationChecks checks, StartTimes times, Clock clock) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.checks = checks;
        this.times = times;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Version handIn(Draft draft, boolean publish, @Nullable UUID by) {
        var model = checks.passed(draft);
        var hash = hash(draft);
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:key))")
                .param("key", "process " + model.key())
                .query()
                .listOfRows();
        var same = jdbc.sql(
                        "select version from process.definition where key = :key and hash = :hash and status = :status"
                                + " and version = (select max(version) from process.definition where key = :key)")
                .param("key", model.key())
                .param("hash", hash)
                .param("status", publish ? "published" : "draft")
                .query(Integer.class)
                .optional();
        return same.map(version -> new Version(model.key(), version, false))
                .orElseGet(() -> new Version(model.key(), add(model, draft, hash, publish, by), true));
    }

    @Override
    public List<Refusal.Fault> check(Draft draft) {
        try {
            checks.passed(draft);
            return List.of();
        } catch (Refusal refusal) {
            return refusal.faults();
        }
    }

    @Override
    public Optional<Draft> source(String key) {
        return definitions
                .current(key)
                .map(definition -> new Draft(
                        definition.bpmn(),
                        definition.form().isFree()
                                ? null
                                : String.valueOf(definition.form().source()),
                        definition.guide(),
                        definition.articles()));
    }

    @Override
    public List<Summary> list() {
        return definitions.published().stream().map(ProcessLibrary::summary).toList();
    }

    @Override
    public Optional<Summary> find(String key) {
        return definitions.current(key).map(ProcessLibrary::summary);
    }

    @Override
    public Description describe(String key) {
        return description(definitions.current(key).orElseThrow(Refusal::notThere));
    }

    @Override
    public Description describe(String key, int version) {
        return description(definitions.version(key, version));
    }

    private static Description description(Definition definition) {
        var guides = new LinkedHashMap<String, String>();
        var manners = new LinkedHashMap<String, Manner>();
        for (var step : definition.model().steps()) {
            var guide = definition.guide(step.id(), LocaleContextHolder.getLocale());
            if (guide != null) {
                guides.put(step.id(), guide);
            }
            manners.put(step.id(), definition.manner(step.id(), LocaleContextHolder.getLocale()));
        }
        return new Description(definition.form().source(), definition.articles(), guides, manners, definition.later());
    }

    @Override
    public String elementName(String key, int version, String element) {
        return definitions.version(key, version).elementName(element, LocaleContextHolder.getLocale());
    }

    @Override
    public Map<String, String> stepNames(String key, int version) {
        var definition = definitions.version(key, version);
        var names = new LinkedHashMap<String, String>();
        for (var step : definition.model().steps()) {
            names.put(step.id(), definition.stepName(step.id(), LocaleContextHolder.getLocale()));
        }
        return names;
    }

    @Override
    public List<Step> steps(String key) {
        return definitions.current(key).stream()
                .flatMap(definition -> definition.model().steps().stream().map(step -> step(definition, step)))
                .toList();
    }

    @Override
    public List<Start> starts(String key) {
        return definitions.current(key).stream()
                .flatMap(definition -> definition.model().starts().stream().map(start -> start(definition, start)))
                .toList();
    }

    private Start start(Definition definition, FlowStart start) {
        return new Start(
                start.event(),
                definition.elementName(start.event(), LocaleContextHolder.getLocale()),
                start.kind().name().toLowerCase(Locale.ROOT),
                start.name(),
                times.next(definition.key(), start.event()).orElse(null));
    }

    @Override
    public List<Decision> decisions(String key) {
        return definitions.current(key).stream()
                .flatMap(definition -> definition.decisions().stream())
                .map(ProcessLibrary::decision)
                .toList();
    }

    private static Decision decision(FlowDecision decision) {
        var sheet = decision.sheet();
        return new Decision(
                decision.key(),
                decision.name(),
                sheet.policy(),
                sheet.inputs(),
                sheet.outputs(),
                sheet.rules().stream()
                        .map(rule -> new Rule(rule.conditions(), rule.conclusions()))
                        .toList());
    }

    @Override
    public Optional<String> bpmn(String key) {
        return definitions.current(key).map(Definition::bpmn);
    }

    @Override
    public String bpmn(String key, int version) {
        return definitions.version(key, version).bpmn();
    }

    private int add(FlowModel model, Draft draft, byte[] hash, boolean publish, @Nullable UUID by) {
        var before = publish ? definitions.current(model.key()) : Optional.<Definition>empty();
        definitions.forgetAfterCommit();
        var version = insert(model, draft, hash, publish, by);
        if (publish) {
            times.comesIntoForce(before.orElse(null), model, version);
        }
        return version;
    }

    private int insert(FlowModel model, Draft draft, byte[] hash, boolean publish, @Nullable UUID by) {
        var attributes = model.attributes();
        return jdbc.sql("""
                        insert into process.definition
                            (key, version, name, status, level, category, parent, owner, articles, bpmn, decisions, form, guide, hash, created_at, created_by)
                        select :key, coalesce(max(version), 0) + 1, :name, :status, :level, :category, :parent, :owner, :articles,
                            :bpmn, :decisions, :form, :guide, :hash, :at, :by
                        from process.definition where key = :key
                        returning version""")
                .param("key", model.key())
                .param("name", model.name())
                .param("status", publish ? "published" : "draft")
                .param("level", attributes.getOrDefault("level", "sub"))
                .param("category", attributes.get("category"))
                .param("parent", attributes.get("parent"))
                .param("owner", attributes.get("owner"))
                .param("articles", draft.articles().toArray(String[]::new))
                .param("bpmn", draft.bpmn())
                .param("decisions", draft.decisions().toArray(String[]::new))
                .param("form", draft.form())
                .param("guide", draft.guide())
                .param("hash", hash)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    private static byte[] hash(Draft draft) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            var parts = new ArrayList<>(draft.decisions());
            Collections.addAll(
                    parts,
                    draft.bpmn(),
                    String.valueOf(draft.form()),
                    String.valueOf(draft.guide()),
                    String.join(",", draft.articles()));
            for (var part : parts) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Summary summary(Definition definition) {
        return new Summary(
                definition.key(),
                definition.name(LocaleContextHolder.getLocale()),
                definition.level(),
                definition.category(),
                definition.parent(),
                definition.version(),
                definition.owner(),
                definition.status(),
                definition.isStartable());
    }

    private static Step step(Definition definition, FlowStep step) {
        var rule = new StringBuilder(step.assignment().strategy());
        step.assignment()
                .parameters()
                .forEach((name, value) ->
                        rule.append(' ').append(name).append('=').append(value));
        var limit = step.limit();
        return new Step(
                step.id(),
                definition.stepName(step.id(), LocaleContextHolder.getLocale()),
                step.kind().name().toLowerCase(Locale.ROOT),
                rule.toString(),
                limit == null ? step.notes().dueDate() : limit.within().value());
    }
}
