package zhangfa.work.casefile;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.flow.FlowModel;
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Conversation;
import zhangfa.process.Insight;
import zhangfa.process.Processes;
import zhangfa.process.TaskItem;
import zhangfa.ui.Faults;
import zhangfa.ui.Tone;
import zhangfa.work.form.FormDrawing;
import zhangfa.work.form.FormSheet;
import zhangfa.work.inbox.Rows;

/** Puts together what the page of a case shows. */
@Component
class CasePages {

    private final Processes processes;
    private final Rows rows;
    private final FormDrawing forms;
    private final Routes routes;
    private final Timelines timelines;
    private final List<Insight> insights;
    private final Words words;

    CasePages(
            Processes processes,
            Rows rows,
            FormDrawing forms,
            Routes routes,
            Timelines timelines,
            List<Insight> insights,
            Words words) {
        this.processes = processes;
        this.rows = rows;
        this.forms = forms;
        this.routes = routes;
        this.timelines = timelines;
        this.insights = insights;
        this.words = words;
    }

    CasePage of(CaseFile file, Account who, Locale locale, Faults faults, @Nullable Map<String, Object> typed) {
        var description = processes.describe(file.process());
        var todos = file.openTasks().stream()
                .filter(task -> task.seats().contains(who.id()))
                .map(task -> todo(task, file, description, locale, faults, typed))
                .toList();
        return new CasePage(
                file.id(),
                file.number(),
                file.title(),
                file.process(),
                file.processName(),
                Rows.tone(file.status()),
                words.say("{work.status." + file.status() + "}"),
                rows.name(file.startedBy()),
                rows.unit(file.unit()),
                file.startedAt(),
                amount(file.facts().get("total")),
                file.facts().get("total_in_capitals") instanceof String text ? text : null,
                forms.sheet(description.form(), file.form(), Faults.NONE, locale),
                routes.of(file),
                timelines.of(file),
                todos,
                own(file),
                file.openTasks().stream().anyMatch(task -> task.actions().contains("cancel")),
                todos.isEmpty() && !file.openTasks().isEmpty(),
                control(file),
                said("work.add_sign.", List.of("before", "parallel", "after")),
                said("work.conversation.", Conversation.CHANNELS),
                todos.isEmpty() ? List.of() : findings(file),
                Processes.articlesOf(description.articles()),
                steps(file, false),
                steps(file, true));
    }

    private CasePage.Todo todo(
            TaskItem task,
            CaseFile file,
            Processes.Description description,
            Locale locale,
            Faults faults,
            @Nullable Map<String, Object> typed) {
        var mends = task.step().equals(FlowModel.INITIATOR);
        var targets = new LinkedHashMap<String, String>();
        task.returnTargets().forEach(target -> targets.put(target, name(target, file)));
        return new CasePage.Todo(
                task.id(),
                task.name() == null ? words.say("{process.step.initiator}") : task.name(),
                description.guides().getOrDefault(task.step(), ""),
                rows.due(task),
                task.kind().equals("approval"),
                task.actions(),
                targets,
                mends ? sheet(description, typed == null ? file.form() : typed, faults, locale) : null);
    }

    private static @Nullable String control(CaseFile file) {
        return switch (file.owned() ? file.status() : "") {
            case "running" -> "suspend";
            case "suspended" -> "resume";
            default -> null;
        };
    }

    private Map<String, String> said(String prefix, List<String> values) {
        var said = new LinkedHashMap<String, String>();
        values.forEach(value -> said.put(value, words.say("{" + prefix + value + "}")));
        return said;
    }

    private FormSheet sheet(
            Processes.Description description, Map<String, Object> values, Faults faults, Locale locale) {
        return forms.sheet(description.form(), values, faults, locale);
    }

    private String name(String step, CaseFile file) {
        return file.tasks().stream()
                .filter(task -> task.step().equals(step) && task.name() != null)
                .map(task -> String.valueOf(task.name()))
                .findFirst()
                .orElseGet(() -> words.say("{work.return.initiator}"));
    }

    private List<CasePage.Own> own(CaseFile file) {
        return file.tasks().stream()
                .filter(task -> task.actions().contains("withdraw"))
                .map(task -> new CasePage.Own(task.id(), String.valueOf(task.name())))
                .toList();
    }

    private List<CasePage.Finding> findings(CaseFile file) {
        return insights.stream()
                .filter(insight -> insight.speaksOf(file.process()))
                .flatMap(insight -> insight.about(file.id(), file.form(), file.facts()).stream())
                .map(finding -> new CasePage.Finding(tone(finding.level()), words.say(finding.words())))
                .toList();
    }

    private static Tone tone(String level) {
        return switch (level) {
            case "ok" -> Tone.DONE;
            case "warn" -> Tone.WAITING;
            default -> Tone.RUNNING;
        };
    }

    private static String steps(CaseFile file, boolean open) {
        return file.tasks().stream()
                .filter(task -> task.isOpen() == open)
                .map(TaskItem::step)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String amount(@Nullable Object total) {
        return total instanceof Number number ? "¥%,.2f".formatted(new BigDecimal(number.toString())) : null;
    }
}
