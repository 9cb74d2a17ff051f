package zhangfa.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.CatalogueModel.Move;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Where;
import zhangfa.flow.Node.Kind;

/** A case that goes by the words of a trace. */
final class CataloguePlay {

    private static final Set<String> OURS = Set.of(
            "more",
            "ended",
            "told",
            "fewer",
            "reject",
            "return",
            "jumpback",
            "resubmit",
            "withdraw",
            "add",
            "jump",
            "retry",
            "fail",
            "cancel");

    private static final Set<Kind> ATTACHED = Set.of(Kind.BOUNDARY, Kind.START);

    private final Play play;

    CataloguePlay(FlowModel model) {
        play = new Play(model);
    }

    /** A model of the catalogue, played to the end of its trace. */
    static Play of(String name) {
        try {
            var model = CatalogueModel.of(name);
            var trace = new CataloguePlay(model.read());
            model.moves().stream().filter(move -> !move.differs()).forEach(trace::go);
            return trace.play;
        } catch (ModelRefused refused) {
            throw new AssertionError(refused.getMessage(), refused);
        }
    }

    /** Whether no other engine knows such a move. */
    static boolean isOurs(Move move) {
        return OURS.contains(move.words().getFirst());
    }

    /** The data that a move brings along. */
    static Map<String, Object> data(Move move) {
        var data = new HashMap<String, Object>();
        for (var word : move.words()) {
            if (word.contains("=")) {
                data.put(word.substring(0, word.indexOf('=')), value(word.substring(word.indexOf('=') + 1)));
            }
        }
        return data;
    }

    private static Object value(String text) {
        if (text.startsWith("[")) {
            var items = text.substring(1, text.length() - 1);
            return items.isEmpty()
                    ? List.of()
                    : Stream.of(items.split(",", -1)).map(CataloguePlay::value).toList();
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?\\d+") ? Integer.valueOf(text) : text;
    }

    void go(Move move) {
        if (!move.words().getFirst().equals("ended")) {
            data(move).forEach(play::with);
        }
        var words = move.words();
        switch (words.getFirst()) {
            case "start" -> play.run(new FlowCommand.Start(Play.ID, Play.NOON, Play.INITIATOR, beginning(move)));
            case "reject" -> play.reject(words.get(1));
            case "return" -> play.back(words.get(1), who(words.get(1)), words.get(2), Then.RERUN);
            case "jumpback" -> play.back(words.get(1), who(words.get(1)), words.get(2), Then.JUMP_BACK);
            case "resubmit" -> play.resubmit();
            case "withdraw" -> play.withdraw(words.get(1), words.get(1).toLowerCase(Locale.ROOT));
            case "add" -> play.addSign(words.get(1), who(words.get(1)), Where.valueOf(words.get(2)), words.get(3));
            case "jump" ->
                play.run(new FlowCommand.Jump(Play.ID, Play.NOON, "owner", place(words.get(1)), words.get(2)));
            case "message" -> play.run(new FlowCommand.Deliver(Play.ID, Play.NOON, "system", words.get(1), key(words)));
            case "signal" -> play.run(new FlowCommand.Signal(Play.ID, Play.NOON, "system", words.get(1)));
            case "more" ->
                play.run(new FlowCommand.AddInstance(Play.ID, Play.NOON, "owner", place(words.get(1)), item(words)));
            case "fewer" -> play.run(new FlowCommand.RemoveInstance(Play.ID, Play.NOON, "owner", last(words.get(1))));
            case "data" -> play.run(new FlowCommand.Refresh(Play.ID, Play.NOON, "system"));
            case "error" ->
                play.run(new FlowCommand.Throw(Play.ID, Play.NOON, "system", acting(words.get(1)), words.get(2)));
            case "ended" -> ended(move);
            case "told" -> {
                var visit = acting(words.get(1));
                play.run(new FlowCommand.Escalate(Play.ID, Play.NOON, "system", visit, words.get(2)));
            }
            case "fail" ->
                play.run(new FlowCommand.Fail(Play.ID, Play.NOON, "system", acting(words.get(1)), "It failed"));
            case "choose" ->
                play.run(new FlowCommand.Activate(Play.ID, Play.NOON, "owner", last(words.get(1)), words.get(2)));
            case "enough" -> play.run(new FlowCommand.Leave(Play.ID, Play.NOON, "owner", last(words.get(1))));
            case "refused" ->
                play.refused(new FlowCommand.Activate(Play.ID, Play.NOON, "owner", last(words.get(1)), words.get(2)));
            case "retry" -> play.retry();
            case "cancel" -> play.cancel();
            default -> element(words.getFirst());
        }
    }

    /** The data of a called case are its own, and the runtime keeps what is taken over of them. */
    private void ended(Move move) {
        var known = play.journal.size();
        var visit = acting(move.words().get(1));
        play.run(new FlowCommand.Finish(Play.ID, Play.NOON, "system", visit, data(move)));
        for (var event : play.journal.subList(known, play.journal.size())) {
            if (event instanceof FlowEvent.ValueComputed computed) {
                play.with(computed.name(), computed.value());
            }
        }
    }

    /** To the very same version of its model. */
    void goOver() {
        if (!play.state.isEnded()) {
            var migration = FlowMigration.between(play.model, play.model, Map.of());
            play.run(new FlowCommand.Migrate(Play.ID, Play.NOON, "owner", migration));
        }
    }

    private void element(String id) {
        switch (play.model.graph().node(id).kind()) {
            case STEP -> play.approve(id);
            case SERVICE, CALL -> play.run(new FlowCommand.Finish(Play.ID, Play.NOON, "system", acting(id)));
            default -> fire(id);
        }
    }

    private void fire(String id) {
        var timer = play.state.timers().stream()
                .filter(one -> one.node().equals(id) && one.isSet())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer at " + id));
        play.run(
                new FlowCommand.Fire(Play.ID, Objects.requireNonNull(timer.due()), "system", timer.number(), Map.of()));
    }

    /** The start event that a case begins with, if the move names one. */
    static @Nullable String beginning(Move move) {
        return move.words().stream()
                .skip(1)
                .filter(word -> !word.contains("="))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String key(List<String> words) {
        return words.stream()
                .skip(2)
                .filter(word -> !word.contains("="))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object item(List<String> words) {
        return words.size() > 2 ? value(words.get(2)) : null;
    }

    private int last(String node) {
        return play.state.visits().reversed().stream()
                .filter(visit -> visit.node().equals(node) && !visit.isDone())
                .findFirst()
                .orElseThrow()
                .number();
    }

    private int acting(String node) {
        return Stream.concat(play.state.pendingActions().stream(), play.state.pendingCalls().stream())
                .filter(wait -> wait.node().equals(node))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private int place(String node) {
        return play.state.visits().stream()
                .filter(visit -> visit.node().equals(node) && !visit.isDone())
                .map(Visit::number)
                .findFirst()
                .orElseGet(() -> play.state.incidents().getFirst().number());
    }

    private String who(String step) {
        return play.state.openTask(play.task(step)).orElseThrow().accountable();
    }

    /** What is open, sorted, or how the case ended. */
    List<String> open() {
        if (play.state.isEnded()) {
            return List.of(play.status().name());
        }
        var open = new ArrayList<>(play.open());
        play.state.timers().stream()
                .filter(timer -> timer.purpose() == FlowTimer.Purpose.EVENT)
                .map(FlowTimer::node)
                .forEach(open::add);
        play.state.subscriptions().stream().map(FlowSubscription::node).forEach(open::add);
        play.state.pendingActions().stream().map(Wait::node).forEach(open::add);
        play.state.pendingCalls().stream().map(Wait::node).forEach(open::add);
        play.state.incidents().forEach(incident -> open.add("!" + incident.node()));
        return resting(open);
    }

    /** Without the events that are attached to something. */
    List<String> resting(List<String> open) {
        var nodes = play.model.graph().nodes();
        return open.stream()
                .filter(id -> !nodes.containsKey(id)
                        || !ATTACHED.contains(nodes.get(id).kind()))
                .sorted()
                .toList();
    }
}
