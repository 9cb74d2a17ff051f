package zhangfa.process.form;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.flow.FlowStep.Access;

/** What a case asks people to fill in: a JSON Schema 2020-12, or nothing, which takes any JSON object. */
public final class CaseForm {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final @Nullable JsonNode source;
    private final @Nullable Schema schema;

    private final Formulas formulas;
    private final Asking asking;
    private final Set<String> demanded;

    private CaseForm(@Nullable JsonNode source, @Nullable Schema schema, References references) {
        this.source = source;
        this.schema = schema;
        this.formulas = Formulas.of(source);
        this.asking = new Asking(source, references);
        this.demanded = source == null ? Set.of() : demanded(source).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> demanded(JsonNode schema) {
        var inside = Stream.concat(
                Stream.of("then", "else").map(schema::path),
                Stream.of("allOf", "anyOf", "oneOf")
                        .flatMap(several -> schema.path(several).valueStream()));
        return Stream.concat(
                schema.path("required").valueStream().map(JsonNode::asString),
                inside.filter(JsonNode::isObject).flatMap(CaseForm::demanded));
    }

    /** Whether the form demands this field of whoever asks, be it only in some cases. */
    public boolean demands(String field) {
        return demanded.contains(field);
    }

    /**
     * Of a schema as text; none takes any JSON object.
     *
     * @throws Refusal where a field is computed by what is no formula
     */
    public static CaseForm of(@Nullable String text, References references) {
        if (text == null) {
            return new CaseForm(null, null, references);
        }
        var source = JSON.readTree(text);
        try {
            return new CaseForm(source, SCHEMAS.getSchema(source), references);
        } catch (IllegalArgumentException noFormula) {
            throw Refusal.invalid("/form", "{process.no-formula}");
        }
    }

    /** The form as it stands with these fields sent: without what is asked for no longer, and with what it comes to. */
    public Map<String, Object> settled(Map<String, Object> before, Map<String, Object> sent) {
        if (formulas.isEmpty() && asking.isUnconditional()) {
            return merged(before, sent);
        }
        return formulas.computed(asking.asked(merged(before, sent), sent));
    }

    /** All that changes with these fields sent: they themselves, what is computed, and null for what is asked for no longer. */
    public Map<String, Object> changes(Map<String, Object> before, Map<String, Object> sent) {
        if (sent.isEmpty() || (formulas.isEmpty() && asking.isUnconditional())) {
            return sent;
        }
        var settled = settled(before, sent);
        var changes = new LinkedHashMap<>(sent);
        settled.forEach((field, value) -> {
            if (!Objects.equals(value, before.get(field))) {
                changes.put(field, value);
            }
        });
        before.keySet().stream()
                .filter(field -> !settled.containsKey(field))
                .forEach(field -> changes.put(field, null));
        return changes;
    }

    private static Map<String, Object> merged(Map<String, Object> before, Map<String, Object> sent) {
        var merged = new LinkedHashMap<>(before);
        merged.putAll(sent);
        return merged;
    }

    /** What is wrong with the form with these fields sent, also where one of them is computed to be something else. */
    public List<Fault> faults(Map<String, Object> before, Map<String, Object> sent) {
        var settled = settled(before, sent);
        var faults = new ArrayList<>(faults(settled));
        faults.addAll(formulas.written(sent, settled));
        return faults;
    }

    public boolean isFree() {
        return schema == null;
    }

    public @Nullable JsonNode source() {
        return source;
    }

    /** Each fault by its pointer into the request. */
    private List<Fault> faults(Map<String, Object> form) {
        if (schema == null) {
            return List.of();
        }
        var faults = new LinkedHashMap<String, Fault>();
        var errors = schema.validate(
                JSON.<JsonNode>valueToTree(form),
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        for (var error : errors) {
            var fault = FormFault.of(error);
            faults.putIfAbsent(fault.pointer(), fault);
        }
        asking.faults(form).forEach(fault -> faults.putIfAbsent(fault.pointer(), fault));
        return FormFault.withoutInner(List.copyOf(faults.values()));
    }

    /** Which of these fields a step may not write. */
    public List<Fault> unwritable(Map<String, Object> patch, Map<String, Access> accesses, boolean writes) {
        var faults = new ArrayList<Fault>();
        for (var field : patch.keySet()) {
            var access = accesses.getOrDefault(field, writes || isFree() ? Access.WRITE : Access.READ);
            if (access == Access.HIDDEN || access == Access.READ) {
                faults.add(new Fault("/form/" + FormFault.escaped(field), "{form.not-writable}"));
            }
        }
        return faults;
    }
}
