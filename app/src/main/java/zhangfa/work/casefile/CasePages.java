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
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Conversation;
import zhangfa.process.Processes;
import zhangfa.process.TaskItem;
import zhangfa.ui.Faults;
import zhangfa.work.form.FormDrawing;
import zhangfa.work.inbox.Rows;

/** Puts together what the page of a case shows. */
@Component
class CasePages {

    private final Processes processes;
    private final Rows rows;
    private final FormDrawing forms;
    private final Story story;
    private final Grounds grounds;
    private final Todos todos;
    private final Words words;

    CasePages(
            Processes processes, Rows rows, FormDrawing forms, Story story, Grounds grounds, Todos todos, Words words) {
        this.processes = processes;
        this.rows = rows;
        this.forms = forms;
        this.story = story;
        this.grounds = grounds;
        this.todos = todos;
        this.words = words;
    }

    CasePage of(CaseFile file, Account who, Locale locale, Faults faults, Typed typed) {
        var description = processes.describe(file.process(), file.version());
        var todos = this.todos.of(file, who, locale, faults, typed);
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
                forms.sheet(description.form(), known(file), Faults.NONE, locale),
                story.route(file),
                story.timeline(file),
                todos,
                own(file),
                file.openTasks().stream().anyMatch(task -> task.actions().contains("cancel")),
                todos.isEmpty() && !file.openTasks().isEmpty(),
                control(file),
                said("work.add_sign.", List.of("before", "parallel", "after")),
                said("work.return.how.", List.of("rerun", "jump_back")),
                said("work.conversation.", Conversation.CHANNELS),
                grounds.standing(file),
                todos.isEmpty() ? List.of() : grounds.findings(file),
                todos.isEmpty() ? List.of() : grounds.similar(who, file),
                Processes.articlesOf(description.articles()),
                steps(file, false),
                steps(file, true),
                typed.task() == null ? typed.comment() : "");
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

    /** What modules say of a field stands where people would have written it. */
    static Map<String, Object> known(CaseFile file) {
        var known = new LinkedHashMap<>(file.form());
        known.putAll(file.facts());
        return known;
    }

    private List<CasePage.Own> own(CaseFile file) {
        return file.tasks().stream()
                .filter(task -> task.actions().contains("withdraw"))
                .map(task -> new CasePage.Own(task.id(), String.valueOf(task.name())))
                .toList();
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
