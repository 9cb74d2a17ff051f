package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhangfa.flow.CatalogueModel.Move;
import zhangfa.flow.naive.Deed;
import zhangfa.flow.naive.NaiveCase;
import zhangfa.flow.naive.View;

/** The traces of the catalogue, written by hand, are what the naive interpreter makes of the models too. */
class NaiveCatalogueTests {

    /** What is taken over of a called case. */
    private static final Pattern TAKEN =
            Pattern.compile("<zhangfa:out source=\"=(\\w+) \\* (\\d+)\" target=\"(\\w+)\"/>");

    private final Map<String, Object> data = new HashMap<>();

    static List<CatalogueModel> models() throws IOException {
        return CatalogueModel.all().stream()
                .filter(model -> !model.xml().contains("scriptTask")
                        && !model.xml().contains("businessRuleTask")
                        && !model.xml().contains("adHocSubProcess")
                        && !model.xml().contains("compensateEventDefinition"))
                .filter(model -> !model.name().contains("key")
                        && !model.name().contains("hides")
                        && !model.name().contains("failing"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theTraceIsWhatTheSecondInterpreterSays(CatalogueModel model) {
        var naive = new NaiveCase(model.xml(), (step, _) -> List.of(step.toLowerCase(Locale.ROOT)));
        for (var move : model.moves()) {
            if (!move.differs()) {
                data.putAll(
                        move.words().getFirst().equals("ended")
                                ? taken(model, CataloguePlay.data(move))
                                : CataloguePlay.data(move));
                assertThat(naive.go(deed(naive, move), Map.copyOf(data)))
                        .as(move.said())
                        .isTrue();
                assertThat(open(naive.view(), model)).as(move.said()).isEqualTo(move.open());
            }
        }
    }

    private static Map<String, Object> taken(CatalogueModel model, Map<String, Object> ended) {
        var taken = new HashMap<String, Object>();
        TAKEN.matcher(model.xml())
                .results()
                .forEach(out ->
                        taken.put(out.group(3), (Integer) ended.get(out.group(1)) * Integer.parseInt(out.group(2))));
        return taken;
    }

    private static Deed deed(NaiveCase naive, Move move) {
        var view = naive.view();
        var words = move.words();
        return switch (words.getFirst()) {
            case "start" ->
                new Deed.Start(words.stream()
                        .skip(1)
                        .filter(word -> !word.contains("="))
                        .findFirst()
                        .orElse(""));
            case "reject" -> new Deed.Vote(slot(view, words.get(1)), words.get(1), false);
            case "return" -> new Deed.Return(slot(view, words.get(1)), words.get(2), false);
            case "jumpback" -> new Deed.Return(slot(view, words.get(1)), words.get(2), true);
            case "resubmit" -> new Deed.Vote(slot(view, "initiator"), "ann", true);
            case "withdraw" -> new Deed.Withdraw(naive.lastVote(words.get(1).toLowerCase(Locale.ROOT)));
            case "add" ->
                new Deed.Add(
                        slot(view, words.get(1)),
                        words.get(1),
                        List.of(words.get(3)),
                        Deed.Where.valueOf(words.get(2)));
            case "message" -> new Deed.Message(words.get(1));
            case "signal" -> new Deed.Signal(words.get(1));
            case "data" -> new Deed.Refresh();
            case "error" -> new Deed.Throw(waiting(view, words.get(1)), words.get(2));
            case "fail" -> new Deed.Fail(waiting(view, words.get(1)));
            case "told" -> new Deed.Tell(waiting(view, words.get(1)), words.get(2));
            case "ended" -> new Deed.Finish(waiting(view, words.get(1)));
            case "more" -> new Deed.More(naive.rounds(words.get(1)), words.size() > 2 ? words.get(2) : null);
            case "fewer" -> new Deed.Fewer(naive.last(words.get(1)));
            case "jump" -> new Deed.Jump(naive.last(words.get(1)), words.get(2), true);
            case "retry" -> new Deed.Retry();
            case "cancel" -> new Deed.Cancel();
            default -> element(view, words.getFirst());
        };
    }

    private static Deed element(View view, String id) {
        if (view.tasks().stream().anyMatch(task -> task.step().equals(id))) {
            return new Deed.Vote(slot(view, id), id.toLowerCase(Locale.ROOT), true);
        }
        return new Deed.Occur(waiting(view, id), id);
    }

    private static int slot(View view, String step) {
        return view.tasks().stream()
                .filter(task -> task.step().equals(step) && !task.held())
                .findFirst()
                .orElseThrow()
                .slot();
    }

    private static int waiting(View view, String element) {
        return view.waits().stream()
                .filter(wait -> wait.element().equals(element))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing waits at " + element))
                .live();
    }

    private static List<String> open(View view, CatalogueModel model) {
        if (!view.status().equals("RUNNING")) {
            return List.of(view.status());
        }
        var open = new ArrayList<String>();
        view.tasks().stream().filter(task -> !task.held()).map(View.Task::step).forEach(open::add);
        view.waits().stream()
                .map(View.Wait::element)
                .filter(id -> !model.xml().contains("<boundaryEvent id=\"%s\"".formatted(id)))
                .filter(id -> !model.xml().contains("<startEvent id=\"%s\"".formatted(id)))
                .forEach(open::add);
        view.incidents().forEach(node -> open.add("!" + node));
        return open.stream().sorted().toList();
    }
}
