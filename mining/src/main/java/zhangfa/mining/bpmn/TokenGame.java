package zhangfa.mining.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import zhangfa.flow.ModelRefused;
import zhangfa.flow.Xml;
import zhangfa.mining.net.PetriNet;
import zhangfa.mining.net.PetriNetBuilder;
import zhangfa.mining.net.Transition;

/**
 * Writes the token game of a process as a net: a place for each sequence flow, a labelled transition for each activity,
 * silent ones for all else. Interrupting events empty what they interrupt, the end of a sub-process waits until it is
 * empty, and an inclusive join waits for what can still come.
 */
final class TokenGame {

    private static final int[] NONE = {};

    private final PetriNetBuilder net;
    private final InclusiveJoins joins;
    private final Ways ways;
    private final Map<FlowNode, Integer> ins = new HashMap<>();
    private final Map<FlowNode, Integer> outs = new HashMap<>();
    private final Map<String, Integer> links = new HashMap<>();

    private TokenGame(String name) {
        this.net = new PetriNetBuilder(name);
        this.joins = new InclusiveJoins(net);
        this.ways = new Ways(net, joins);
    }

    /** The net of a process, with one token at its beginning and at least one, and no other, at its end. */
    static PetriNet of(Xml process) throws ModelRefused {
        var game = new TokenGame(String.valueOf(process.attribute("id")));
        var source = game.net.place("source");
        var scope = game.inside(process, source, List.of());
        game.joins.add();
        return game.net.collecting(source, scope.ended());
    }

    /** Plays what lies in a process or sub-process, which begins with a token at {@code begin}. */
    private Scope inside(Xml element, int begin, List<FlowNode> catching) throws ModelRefused {
        var from = net.places();
        var scope = Scope.read(element, net);
        for (var node : scope.nodes()) {
            ins.put(node, ways.into(node));
            outs.put(node, ways.outOf(node, scope.ended()));
        }
        for (var beginning : scope.beginnings()) {
            var gives = beginning.stream().mapToInt(this::in).toArray();
            silent("begin " + element.attribute("id"), new int[] {begin}, gives);
        }
        for (var node : scope.nodes()) {
            if (node.isActivity()) {
                activity(node);
            } else if (node.has("linkEventDefinition")) {
                link(node);
            } else if (!node.kind().equals("boundaryEvent")
                    && !node.has("terminateEventDefinition")
                    && catching.stream().noneMatch(event -> catches(event, node))) {
                silent(node.id(), new int[] {in(node)}, out(node));
            }
        }
        for (var node : scope.nodes()) {
            if (node.has("terminateEventDefinition")) {
                emptying(node.id(), new int[] {in(node)}, scope.ended(), from);
            }
        }
        return scope;
    }

    private int in(FlowNode node) {
        return Objects.requireNonNull(ins.get(node));
    }

    private int out(FlowNode node) {
        return Objects.requireNonNull(outs.get(node));
    }

    private void activity(FlowNode node) throws ModelRefused {
        var opened = node.isSubProcess() && Scope.holdsNodes(node.element());
        if (node.repeats()) {
            if (opened && node.has("multiInstanceLoopCharacteristics")) {
                throw ModelRefused.at(node.element(), "not-played", "A sub-process of several instances is not played");
            }
            silent("again " + node.id(), new int[] {out(node)}, in(node));
        }
        if (opened || !node.boundaries().isEmpty()) {
            watched(node, opened);
        } else {
            net.transition(node.id(), node.label(), new int[] {in(node)}, new int[] {out(node)});
        }
    }

    /** An activity that holds others or has events on its border: entered silently, active for a while, then done. */
    private void watched(FlowNode node, boolean opened) throws ModelRefused {
        var from = net.places();
        var active = net.place("active " + node.id());
        var entered = new ArrayList<>(List.of(active));
        var done = out(node);
        for (var event : node.boundaries()) {
            if (!event.interrupts()) {
                done = aside(event, active, done, entered);
            }
        }
        var thrown = new ArrayList<FlowNode>();
        if (opened) {
            var begin = net.place("begin " + node.id());
            entered.add(begin);
            var scope = inside(node.element(), begin, node.boundaries());
            var others = IntStream.range(begin, net.places())
                    .filter(place -> place != scope.ended())
                    .toArray();
            var takes = new int[] {active, scope.ended()};
            net.transition(new Transition(node.id(), null, takes, new int[] {done}, others, new int[] {scope.ended()}));
            scope.nodes().forEach(thrown::add);
        } else {
            net.transition(node.id(), node.label(), new int[] {active}, new int[] {done});
        }
        silent(
                "enter " + node.id(),
                new int[] {in(node)},
                entered.stream().mapToInt(Integer::intValue).toArray());
        for (var event : node.boundaries()) {
            if (event.interrupts()) {
                interrupt(event, active, from, thrown);
            }
        }
    }

    /** An event that does not interrupt happens at most once while its activity is active. */
    private int aside(FlowNode event, int active, int done, List<Integer> entered) {
        var armed = net.place("armed " + event.id());
        var happened = net.place("happened " + event.id());
        var before = net.place("before " + event.id());
        entered.add(armed);
        silent(event.id(), new int[] {active, armed}, active, happened, out(event));
        silent("unused " + event.id(), new int[] {before, armed}, done);
        silent("used " + event.id(), new int[] {before, happened}, done);
        return before;
    }

    /** What interrupts empties the activity: at any moment, or where an error that it catches is thrown inside. */
    private void interrupt(FlowNode event, int active, int from, List<FlowNode> inside) {
        if (event.has("compensateEventDefinition")) {
            return;
        }
        var throwing = inside.stream().filter(node -> catches(event, node)).toList();
        for (var end : throwing) {
            emptying(event.id(), new int[] {active, in(end)}, out(event), from);
        }
        if (throwing.isEmpty()) {
            emptying(event.id(), new int[] {active}, out(event), from);
        }
    }

    private static boolean catches(FlowNode event, FlowNode end) {
        return event.interrupts()
                && end.kind().equals("endEvent")
                && end.has("errorEventDefinition")
                && event.has("errorEventDefinition")
                && (event.error() == null || end.error() == null || Objects.equals(event.error(), end.error()));
    }

    private void link(FlowNode node) {
        var name = String.valueOf(node.label());
        int place = links.computeIfAbsent(name, key -> net.place("link " + key));
        if (node.kind().equals("intermediateThrowEvent")) {
            silent(node.id(), new int[] {in(node)}, place);
        } else {
            silent(node.id(), new int[] {place}, out(node));
        }
    }

    /** Takes tokens and empties every place from this one to the newest. */
    private void emptying(String id, int[] takes, int gives, int from) {
        var places = IntStream.range(from, net.places()).toArray();
        net.transition(new Transition(id, null, takes, new int[] {gives}, NONE, places));
    }

    private void silent(String id, int[] takes, int... gives) {
        net.transition(id, null, takes, gives);
    }
}
