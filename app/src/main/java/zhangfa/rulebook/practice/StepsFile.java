package zhangfa.rulebook.practice;

import java.util.LinkedHashMap;
import java.util.List;
import zhangfa.rulebook.control.Question;
import zhangfa.rulebook.source.YamlMap;

/** Reads a steps.yaml: what the steps do that no person does, gathering facts and entering records. */
record StepsFile(List<Gathering> gatherings, List<Recording> recordings) {

    static final StepsFile NONE = new StepsFile(List.of(), List.of());

    static StepsFile read(String file, String text) {
        var top = YamlMap.read(file, text).only("gather", "record");
        return new StepsFile(
                top.maps("gather").stream().map(StepsFile::gathering).toList(),
                top.maps("record").stream().map(StepsFile::recording).toList());
    }

    private static Gathering gathering(YamlMap one) {
        one.only("step", "field", "query", "of");
        Question.refusal(one.text("query")).ifPresent(refusal -> {
            throw one.fault("a query is one select over the views of fact: " + refusal);
        });
        return new Gathering(
                one.text("step"),
                one.text("field"),
                one.text("query"),
                one.has("of") ? one.matching("of", "case") : null);
    }

    private static Recording recording(YamlMap one) {
        one.only("step", "register", "state", "fields");
        var fields = new LinkedHashMap<String, String>();
        for (var field : one.maps("fields")) {
            field.only("field", "from");
            fields.put(field.text("field"), field.text("from"));
        }
        return new Recording(
                one.text("step"),
                one.text("register"),
                one.optionalText("state").orElse(""),
                fields);
    }
}
