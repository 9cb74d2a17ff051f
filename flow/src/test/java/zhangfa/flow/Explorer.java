package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Goes wherever commands lead in the cases of one small process, up to so many commands in a row: the kernel and the naive interpreter
 * agree after each, the laws hold, tokens are where a run can bring them, and from everywhere the case can end.
 */
final class Explorer {

    /** What the branches and the loops of a process go by, in all ways that matter. */
    private static final List<Integer> PICKS = List.of(0, 1, 2);

    private final FlowModel model;
    private final String sketch;
    private final Set<TreeMap<String, Integer>> reachable;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> lawful = new HashSet<>();
    private final Set<String> ending = new HashSet<>();
    private int commands;

    Explorer(Block block) {
        sketch = Block.sketch(block);
        model = Sketch.model(sketch);
        reachable = Markings.of(model.graph());
    }

    /** How far it went. */
    record Extent(int models, long states, long commands) {

        Extent plus(Extent other) {
            return new Extent(models + other.models, states + other.states, commands + other.commands);
        }
    }

    void explore(int depth) {
        for (var pick : PICKS) {
            var both = new Beside(model, Sketch.xml(sketch), people());
            both.play.laws = this::see;
            RandomProcessTests.decideBranches(both.play, pick);
            go(both.start(), depth);
        }
    }

    Extent extent() {
        return new Extent(1, seen.size(), commands);
    }

    /** The laws are about states: those of one seen before hold. */
    private void see(Play play, List<FlowEvent> events) {
        if (lawful.add(key(play.state))) {
            Laws.check(play, List.of());
        }
    }

    private Map<String, List<String>> people() {
        return model.steps().stream()
                .collect(Collectors.toMap(
                        FlowStep::id, step -> sketch.contains(step.id() + ":all") ? List.of("x", "y") : List.of("x")));
    }

    /** States that differ in numbers alone are the same; from one seen with as many commands to go nobody goes on again. */
    private void go(Beside both, int depth) {
        var play = both.play;
        var key = key(play.state);
        var before = seen.getOrDefault(key, -1);
        if (before >= depth) {
            return;
        }
        seen.put(key, depth);
        if (before < 0) {
            isWhereARunCanBringIt(play);
            canEnd(both.kernel());
        }
        if (depth > 0 && !both.isBlurred) {
            for (var command : Doings.small(play)) {
                tryOut(both, command, depth);
            }
        }
    }

    /** With whatever its branches could be decided by; what makes no difference is done once. */
    private void tryOut(Beside both, FlowCommand command, int depth) {
        var done = new ArrayList<List<FlowEvent>>();
        for (var pick : PICKS) {
            RandomProcessTests.decideBranches(both.play, pick);
            if (both.isAllowed(command)) {
                var events = model.decide(both.play.state, both.play.data, command);
                if (!done.contains(events)) {
                    done.add(events);
                    commands++;
                    go(both.copy().run(command), depth - 1);
                }
            }
        }
    }

    private void isWhereARunCanBringIt(Play play) {
        var marking = Markings.of(play.state);
        if (!marking.containsKey(FlowModel.INITIATOR) && play.status() != FlowState.Status.REJECTED) {
            assertThat(reachable).as("after %s", play.journal).contains(marking);
        }
        assertThat(play.state.incidents()).isEmpty();
    }

    private void canEnd(Play play) {
        RandomProcessTests.decideBranches(play, 0);
        for (var moves = 0; !play.state.isEnded() && ending.add(key(play.state)); moves++) {
            assertThat(moves).as("moves to the end of %s", sketch).isLessThan(60);
            var going = Doings.going(play);
            assertThat(going).as("something to do after %s", play.journal).isNotEmpty();
            play.run(going.getFirst());
        }
    }

    /** The state in words, and its numbers by rank; what stands in quotes are names and times. */
    private static String key(FlowState state) {
        var text = FlowJson.write(state);
        var words = new StringBuilder();
        var numbers = new ArrayList<Integer>();
        var quoted = false;
        var at = 0;
        while (at < text.length()) {
            var sign = text.charAt(at);
            quoted ^= sign == '"';
            if (quoted || !Character.isDigit(sign)) {
                words.append(sign);
                at++;
            } else {
                var from = at;
                while (Character.isDigit(text.charAt(at))) {
                    at++;
                }
                numbers.add(Integer.valueOf(text.substring(from, at)));
                words.append('#');
            }
        }
        var ranks = numbers.stream().distinct().sorted().toList();
        numbers.forEach(number -> words.append(' ').append(Collections.binarySearch(ranks, number)));
        return words.toString();
    }

    @Override
    public String toString() {
        return sketch;
    }
}
