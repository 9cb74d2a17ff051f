package zhangfa.process.form;

import com.networknt.schema.Error;
import java.util.List;
import java.util.Set;
import zhangfa.api.Refusal.Fault;

/** What a schema says is wrong, in words for people. */
public final class FormFault {

    private static final Set<String> SAID = Set.of(
            "required",
            "type",
            "minLength",
            "maxLength",
            "pattern",
            "format",
            "enum",
            "const",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "additionalProperties");

    private FormFault() {}

    static Fault of(Error error) {
        var pointer = "/form" + error.getInstanceLocation();
        var property = error.getProperty();
        if (property != null) {
            pointer += "/" + escaped(property);
        }
        return new Fault(pointer, words(error));
    }

    /** A value that fits none of several shapes is one fault, not one for each part of each shape. */
    static List<Fault> withoutInner(List<Fault> faults) {
        return faults.stream()
                .filter(fault -> faults.stream()
                        .noneMatch(outer -> outer.detail().equals("{form.oneOf}")
                                && fault.pointer().startsWith(outer.pointer() + "/")))
                .toList();
    }

    /** A field's name as a JSON pointer writes it. */
    public static String escaped(String field) {
        return field.replace("~", "~0").replace("/", "~1");
    }

    private static String words(Error error) {
        if (String.valueOf(error.getEvaluationPath()).contains("/oneOf")) {
            return "{form.oneOf}";
        }
        var keyword = error.getKeyword();
        if ("false".equals(keyword)) {
            return "{form.not-asked}";
        }
        if (keyword == null || !SAID.contains(keyword)) {
            return "{form.wrong}";
        }
        var arguments = error.getArguments();
        var limit = arguments != null
                        && arguments.length > 0
                        && List.of("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum")
                                .contains(keyword)
                ? "|" + arguments[0]
                : "";
        return "{form." + keyword + limit + "}";
    }
}
