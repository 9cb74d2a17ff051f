package zhangfa.process.form;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal.Fault;
import zhangfa.flow.FlowStep.Access;

/** What a case asks people to fill in: a JSON Schema 2020-12, or nothing, which takes any JSON object. */
public final class CaseForm {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final @Nullable JsonNode source;
    private final @Nullable Schema schema;

    private CaseForm(@Nullable JsonNode source, @Nullable Schema schema) {
        this.source = source;
        this.schema = schema;
    }

    public static CaseForm of(@Nullable String text) {
        if (text == null) {
            return new CaseForm(null, null);
        }
        var source = JSON.readTree(text);
        return new CaseForm(source, SCHEMAS.getSchema(source));
    }

    public boolean isFree() {
        return schema == null;
    }

    public @Nullable JsonNode source() {
        return source;
    }

    /** What is wrong with these fields, each fault by its pointer into the request. */
    public List<Fault> faults(Map<String, Object> form) {
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
