package zhangfa.flow;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * BPMN written as a line: {@code start > A > +fork; +fork > B > +join; +fork > C:all > +join; +join > end}.
 *
 * <p>{@code start}, {@code end…} and {@code stop…} are events, {@code +x} and {@code ?x} parallel and exclusive
 * gateways, {@code *x} inclusive ones, {@code #x} service tasks, {@code @x:PT1H} timers, {@code !x:A:PT1H} and
 * {@code ~x:A:PT1H} timers on a step that interrupt it or do not, everything else approvals; {@code A:work:all:return} says kind, mode and rejection,
 * {@code A:ratio:threshold=2/3} how many must agree, {@code A:times=3/2} that it is done three times until two are done ({@code row} one after another), {@code A:within=P1D} a limit. A condition stands before
 * the target: {@code ?x > [amount > 3] B}, {@code [*]} being the default. What is inside the sub-process {@code &S} stands
 * in lines of its own: {@code &S: start2 > A > end2}.
 */
final class Sketch {

    private static final Pattern NODE = Pattern.compile("(?:\\[(?<condition>[^]]*)])?\\s*(?<node>\\S+)");

    private static final Pattern INSIDE = Pattern.compile("(&\\w+): (.*)");
    private static final Pattern TIMES = Pattern.compile(":(times|row)=(\\d)(?:/(\\d))?");
    private static final Pattern THRESHOLD = Pattern.compile(":threshold=([^:]+)");
    private static final List<String> MODES = List.of("all", "sequence", "ratio", "weighted");

    private final Map<String, String> nodes = new LinkedHashMap<>();
    private final Map<String, String> defaults = new LinkedHashMap<>();
    private final Map<String, String> scopes = new HashMap<>();
    private final Map<String, StringBuilder> flows = new HashMap<>();
    private String scope = "";
    private int count;

    private Sketch() {}

    static FlowModel model(String lines) {
        try {
            return Bpmn.read(xml(lines));
        } catch (ModelRefused refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    static String xml(String lines) {
        var sketch = new Sketch();
        for (var line : lines.split(";", -1)) {
            sketch.line(line.strip());
        }
        return sketch.print();
    }

    private void line(String text) {
        var inside = INSIDE.matcher(text);
        scope = inside.matches() ? id(inside.group(1)) : "";
        var line = inside.matches() ? inside.group(2) : text;
        String source = null;
        for (var part : line.split("(?<=\\s)>(?=\\s)(?![^\\[]*\\])", -1)) {
            var matcher = NODE.matcher(part.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("Not a node: " + part);
            }
            var target = node(matcher.group("node"));
            if (source != null) {
                flow(source, target, matcher.group("condition"));
            }
            source = target;
        }
    }

    private String node(String text) {
        var words = text.split(":", -1);
        var id = id(words[0]);
        if (words.length > 1 || !nodes.containsKey(id)) {
            nodes.put(id, text);
        }
        scopes.put(id, scope);
        return id;
    }

    private static String id(String text) {
        return text.replace("+", "p_")
                .replace("?", "x_")
                .replace("*", "o_")
                .replace("@", "t_")
                .replace("!", "b_")
                .replace("~", "n_")
                .replace("#", "s_")
                .replace("&", "u_");
    }

    private void flow(String source, String target, String condition) {
        var id = "f" + ++count;
        var body = "";
        if ("*".equals(condition)) {
            defaults.put(source, id);
        } else if (condition != null) {
            body = "<conditionExpression>%s</conditionExpression>"
                    .formatted(condition.replace("&", "&amp;").replace("<", "&lt;"));
        }
        flows.computeIfAbsent(scope, _ -> new StringBuilder())
                .append("    <sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</sequenceFlow>%n"
                        .formatted(id, source, target, body));
    }

    private String print() {
        var text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1"
                    targetNamespace="test">
                  <process id="sketch" isExecutable="true">
                """);
        return text.append(inside("")).append("  </process>\n</definitions>\n").toString();
    }

    private StringBuilder inside(String outer) {
        var text = new StringBuilder();
        nodes.forEach((id, node) -> {
            if (outer.equals(scopes.get(id))) {
                text.append("    ").append(element(id, node)).append('\n');
            }
        });
        return text.append(flows.getOrDefault(outer, new StringBuilder()));
    }

    private String element(String id, String node) {
        var otherwise = otherwise(id);
        if (node.startsWith("start")) {
            return "<startEvent id=\"%s\"/>".formatted(id);
        } else if (node.startsWith("end")) {
            return "<endEvent id=\"%s\"/>".formatted(id);
        } else if (node.startsWith("stop")) {
            return "<endEvent id=\"%s\"><terminateEventDefinition/></endEvent>".formatted(id);
        } else if (node.startsWith("+")) {
            return "<parallelGateway id=\"%s\"/>".formatted(id);
        } else if (node.startsWith("?")) {
            return "<exclusiveGateway id=\"%s\"%s/>".formatted(id, otherwise);
        }
        var event = event(id, node);
        if (event != null) {
            return event;
        }
        var words = node + ":";
        return """
                <userTask id="%s"%s zhangfa:kind="%s" zhangfa:mode="%s" zhangfa:reject="%s">\
                <extensionElements><zhangfa:assignment strategy="person" person="%s"/>%s</extensionElements>%s</userTask>""".formatted(
                        id,
                        otherwise,
                        words.contains(":work:") ? "work" : "approval",
                        MODES.stream()
                                        .filter(mode -> words.contains(":" + mode + ":"))
                                        .findFirst()
                                        .orElse("any")
                                + threshold(words),
                        words.contains(":return:") ? "return" : "end",
                        id,
                        limit(node),
                        times(node));
    }

    private static String times(String node) {
        var times = TIMES.matcher(node);
        if (!times.find()) {
            return "";
        }
        var until = times.group(3) == null
                ? ""
                : "<completionCondition>nrOfCompletedInstances &gt;= %s</completionCondition>"
                        .formatted(times.group(3));
        return """
                <multiInstanceLoopCharacteristics isSequential="%s"><loopCardinality>%s</loopCardinality>%s\
                </multiInstanceLoopCharacteristics>""".formatted(times.group(1).equals("row"), times.group(2), until);
    }

    private @Nullable String event(String id, String node) {
        var words = node.split(":", 3);
        return switch (node.charAt(0)) {
            case '*' -> "<inclusiveGateway id=\"%s\"%s/>".formatted(id, otherwise(id));
            case '&' -> "<subProcess id=\"%s\"%s>%n%s    </subProcess>".formatted(id, otherwise(id), inside(id));
            case '#' -> "<serviceTask id=\"%s\" zhangfa:action=\"%s\"%s/>".formatted(id, id, otherwise(id));
            case '@' ->
                "<intermediateCatchEvent id=\"%s\">%s</intermediateCatchEvent>"
                        .formatted(id, timer(node.split(":", 2)[1]));
            case '!', '~' ->
                "<boundaryEvent id=\"%s\" attachedToRef=\"%s\" cancelActivity=\"%s\">%s</boundaryEvent>"
                        .formatted(id, words[1], node.startsWith("!"), timer(words[2]));
            default -> null;
        };
    }

    private String otherwise(String id) {
        return defaults.containsKey(id) ? " default=\"%s\"".formatted(defaults.get(id)) : "";
    }

    private static String timer(String text) {
        var kind = text.startsWith("R") ? "timeCycle" : text.startsWith("P") ? "timeDuration" : "timeDate";
        return "<timerEventDefinition><%1$s>%2$s</%1$s></timerEventDefinition>".formatted(kind, text);
    }

    private static String threshold(String words) {
        var threshold = THRESHOLD.matcher(words);
        return threshold.find() ? "\" zhangfa:threshold=\"" + threshold.group(1) : "";
    }

    /** {@code A:within=PT8H/warn=PT2H} is a step with a limit of these attributes. */
    private static String limit(String node) {
        var begin = node.indexOf(":within=");
        return begin < 0
                ? ""
                : "<zhangfa:limit %s\"/>"
                        .formatted(node.substring(begin + 1).replace("=", "=\"").replace("/", "\" "));
    }
}
