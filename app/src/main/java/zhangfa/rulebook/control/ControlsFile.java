package zhangfa.rulebook.control;

import java.util.HashSet;
import java.util.List;
import zhangfa.rulebook.source.YamlMap;

/** Reads a controls.yaml; a control is one question, so its query is one select. */
public final class ControlsFile {

    private ControlsFile() {}

    public static List<Control> read(String file, String text, String practice) {
        var keys = new HashSet<String>();
        return YamlMap.read(file, text).only("controls").maps("controls").stream()
                .map(control -> {
                    if (!keys.add(control.text("key"))) {
                        throw control.fault("the control " + control.text("key") + " stands here twice");
                    }
                    return control(control, practice);
                })
                .toList();
    }

    private static Control control(YamlMap control, String practice) {
        control.only("key", "title", "severity", "cadence", "owner", "query");
        var query = control.text("query");
        Question.refusal(query).ifPresent(refusal -> {
            throw control.fault("a query is one select over the views of fact: " + refusal);
        });
        return new Control(
                control.text("key"),
                practice,
                control.wording("title"),
                control.choice("severity", Control.Severity.class),
                control.choice("cadence", Control.Cadence.class),
                control.text("owner"),
                query,
                List.of());
    }
}
