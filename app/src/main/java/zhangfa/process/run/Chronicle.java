package zhangfa.process.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;
import zhangfa.flow.FlowEvent;
import zhangfa.flow.FlowJson;
import zhangfa.flow.FlowTask;
import zhangfa.journal.Entry;
import zhangfa.journal.Happening;

/**
 * Writes a run into journal entries: one for each event that people care about. The silent events that follow from it
 * (gateways, joins, questions) stand in the same entry, so that folding the entries' events in order gives the state.
 */
final class Chronicle {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Heading(
            @Nullable UUID actor,
            @Nullable String activity,
            @Nullable String lifecycle) {}

    private final Run run;

    private Chronicle(Run run) {
        this.run = run;
    }

    static List<Entry> of(Run run) {
        return new Chronicle(run).entries();
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        var head = run.before().journalHead();
        var chapters = chapters();
        var saying = saying(chapters);
        for (int i = 0; i < chapters.size(); i++) {
            var entry = happening(chapters.get(i), i == 0, i == saying).after(head);
            entries.add(entry);
            head = entry.head();
        }
        return entries;
    }

    private List<List<FlowEvent>> chapters() {
        var chapters = new ArrayList<List<FlowEvent>>();
        for (var event : run.events()) {
            if (chapters.isEmpty() || heading(event) != null) {
                chapters.add(new ArrayList<>());
            }
            chapters.getLast().add(event);
        }
        return chapters;
    }

    /** What somebody said stands with what they did, where that is not what happened first. */
    private int saying(List<List<FlowEvent>> chapters) {
        for (int i = 0; i < chapters.size(); i++) {
            var heading = heading(chapters.get(i).getFirst());
            if (heading == null || heading.actor() != null) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isCancelled(FlowEvent.CaseEnded ended) {
        return ended.how() == FlowEvent.Ending.CANCELLED;
    }

    private Happening happening(List<FlowEvent> chapter, boolean first, boolean says) {
        var leading = chapter.getFirst();
        var found = heading(leading);
        var heading = found == null ? new Heading(run.said().actor(), null, null) : found;
        return new Happening(
                run.said().at(),
                heading.actor(),
                behind(leading, heading.actor()),
                FlowJson.kind(leading).replace('-', '_'),
                heading.activity(),
                heading.lifecycle(),
                JSON.writeValueAsString(content(chapter, first, says)));
    }

    private Map<String, @Nullable Object> content(List<FlowEvent> chapter, boolean first, boolean says) {
        var content = new LinkedHashMap<String, @Nullable Object>();
        content.put(
                "events",
                chapter.stream()
                        .map(event -> new RawValue(FlowJson.write(event)))
                        .toList());
        if (first) {
            content.put("command", run.said().command());
        }
        if (says && run.said().comment() != null) {
            content.put("comment", run.said().comment());
        }
        if (first) {
            if (!run.said().patch().isEmpty()) {
                content.put("form", run.said().patch());
            }
            if (!run.standIns().equals(run.before().standIns())) {
                content.put("stand_ins", run.standIns().byActivity());
            }
            if (!run.facts().equals(run.before().facts())) {
                content.put("facts", run.facts());
            }
        }
        if (chapter.getFirst() instanceof FlowEvent.CaseStarted
                || chapter.getFirst() instanceof FlowEvent.CaseMigrated) {
            content.put("process", run.before().process());
            content.put("version", run.definition().version());
        }
        return content;
    }

    /** For whom somebody acted, where it was not in their own right. */
    private @Nullable UUID behind(FlowEvent event, @Nullable UUID actor) {
        var holder = holder(event);
        if (holder != null && actor != null && !holder.equals(actor.toString())) {
            return UUID.fromString(holder);
        }
        var task = switch (event) {
            case FlowEvent.TaskClosed closed -> closed.task();
            case FlowEvent.TaskClaimed claimed -> claimed.task();
            case FlowEvent.TaskReleased released -> released.task();
            case FlowEvent.TaskTransferred moved -> moved.task();
            case FlowEvent.TaskDelegated lent -> lent.task();
            case FlowEvent.TaskResolved back -> back.task();
            default -> -1;
        };
        return run.before()
                .state()
                .openTask(task)
                .flatMap(open -> run.before().standIns().behind(open.activity(), actor))
                .orElse(null);
    }

    /** Whose task was passed on; another than the actor where it was handed over for somebody who left it behind. */
    private static @Nullable String holder(FlowEvent event) {
        return switch (event) {
            case FlowEvent.TaskTransferred moved -> moved.by();
            case FlowEvent.TaskResolved back -> back.by();
            default -> null;
        };
    }

    private String lifecycle(FlowEvent.TaskOpened opened) {
        if (run.before().state().openTask(opened.task()).isPresent()) {
            return "reassign";
        }
        return opened.assignee() == null ? "schedule" : "assign";
    }

    private @Nullable String step(int task) {
        return run.before().state().openTask(task).map(FlowTask::step).orElse(null);
    }

    private @Nullable Heading heading(FlowEvent event) {
        return switch (event) {
            case FlowEvent.CaseStarted started ->
                new Heading(
                        started.start() == null
                                ? UUID.fromString(started.initiator())
                                : run.said().actor(),
                        started.start(),
                        "start");
            case FlowEvent.TaskOpened opened -> new Heading(null, opened.step(), lifecycle(opened));
            case FlowEvent.TaskClaimed claimed ->
                new Heading(UUID.fromString(claimed.by()), step(claimed.task()), "start");
            case FlowEvent.TaskReleased released ->
                new Heading(UUID.fromString(released.by()), step(released.task()), "schedule");
            case FlowEvent.TaskTransferred moved ->
                new Heading(moved.by() == null ? null : run.said().actor(), step(moved.task()), "reassign");
            case FlowEvent.TaskDelegated lent -> new Heading(UUID.fromString(lent.by()), step(lent.task()), "reassign");
            case FlowEvent.TaskResolved back -> new Heading(run.said().actor(), step(back.task()), "reassign");
            case FlowEvent.SignerAdded added ->
                new Heading(run.said().actor(), added.signer().step(), "schedule");
            case FlowEvent.SignerRemoved removed ->
                new Heading(UUID.fromString(removed.by()), removed.step(), "withdraw");
            case FlowEvent.StepSkipped skipped -> new Heading(null, skipped.step(), "autoskip");
            case FlowEvent.CaseJumped jumped -> new Heading(UUID.fromString(jumped.by()), jumped.to(), null);
            case FlowEvent.CaseReopened reopened -> new Heading(UUID.fromString(reopened.by()), reopened.to(), "start");
            case FlowEvent.TaskClosed closed ->
                new Heading(
                        closed.by() == null ? null : UUID.fromString(closed.by()),
                        closed.step(),
                        closed.how() == FlowEvent.Closing.DROPPED ? "withdraw" : "complete");
            case FlowEvent.DecisionWithdrawn withdrawn ->
                new Heading(UUID.fromString(withdrawn.by()), withdrawn.step(), "pi_abort");
            default -> aroundTasks(event);
        };
    }

    /** Of what happens beside people's tasks: time, others, and the case as a whole. */
    private @Nullable Heading aroundTasks(FlowEvent event) {
        return switch (event) {
            case FlowEvent.TimerFired fired -> new Heading(null, fired.node(), null);
            case FlowEvent.EventOccurred occurred -> new Heading(run.said().actor(), occurred.node(), "complete");
            case FlowEvent.MessageThrown thrown -> new Heading(null, thrown.node(), "complete");
            case FlowEvent.SignalThrown thrown -> new Heading(null, thrown.node(), "complete");
            case FlowEvent.ErrorThrown thrown -> new Heading(null, thrown.node(), "complete");
            case FlowEvent.EscalationThrown thrown -> new Heading(null, thrown.node(), "complete");
            case FlowEvent.ActivityChosen chosen -> new Heading(UUID.fromString(chosen.by()), chosen.activity(), null);
            case FlowEvent.TaskEscalated escalated -> new Heading(null, step(escalated.task()), null);
            case FlowEvent.TimerMoved moved -> new Heading(null, null, null);
            case FlowEvent.CaseSuspended suspended -> new Heading(run.said().actor(), null, "suspend");
            case FlowEvent.CaseResumed resumed -> new Heading(run.said().actor(), null, "resume");
            case FlowEvent.IncidentRaised raised ->
                new Heading(null, raised.incident().node(), null);
            case FlowEvent.CaseMigrated migrated -> new Heading(run.said().actor(), null, null);
            case FlowEvent.CaseEnded ended ->
                new Heading(isCancelled(ended) ? run.said().actor() : null, null, "complete");
            case FlowEvent.CaseCalled called -> new Heading(null, called.node(), "start");
            default -> null;
        };
    }
}
