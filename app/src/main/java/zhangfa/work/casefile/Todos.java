package zhangfa.work.casefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.flow.FlowModel;
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Nominations;
import zhangfa.process.Processes;
import zhangfa.process.TaskItem;
import zhangfa.ui.Faults;
import zhangfa.work.form.FormDrawing;
import zhangfa.work.form.FormSheet;
import zhangfa.work.inbox.Rows;

/** Puts together what a reader is asked to do on a case, with what they typed before it was refused. */
@Component
class Todos {

    private final Processes processes;
    private final Nominations nominations;
    private final Rows rows;
    private final FormDrawing forms;
    private final Words words;

    Todos(Processes processes, Nominations nominations, Rows rows, FormDrawing forms, Words words) {
        this.processes = processes;
        this.nominations = nominations;
        this.rows = rows;
        this.forms = forms;
        this.words = words;
    }

    List<CasePage.Todo> of(CaseFile file, Account who, Locale locale, Faults faults, Typed typed) {
        return file.openTasks().stream()
                .filter(task -> task.seats().contains(who.id()))
                .map(task -> todo(task, who, file, locale, faults, typed.of(task.id())))
                .toList();
    }

    private CasePage.Todo todo(TaskItem task, Account who, CaseFile file, Locale locale, Faults faults, Typed typed) {
        var description = processes.describe(file.process(), file.version());
        var targets = new LinkedHashMap<String, String>();
        task.returnTargets().forEach(target -> targets.put(target, name(target, file)));
        return new CasePage.Todo(
                task.id(),
                task.name() == null ? words.say("{process.step.initiator}") : task.name(),
                description.guides().getOrDefault(task.step(), ""),
                Optional.ofNullable(task.behind(who.id())).map(rows::name).orElse(null),
                rows.due(task),
                task.kind().equals("approval"),
                task.actions(),
                targets,
                sheet(task, description, file, typed.form(), faults, locale),
                nominees(file.process(), file.version(), task.step(), typed.nominees()),
                description.manner(task.step()),
                typed.comment());
    }

    /** Whom a step may name for later ones; of a case that does not exist yet where the version is null. */
    List<NomineeField> nominees(
            String process, @Nullable Integer version, String step, Map<String, List<String>> typed) {
        return nominations.by(process, version, step).stream()
                .map(one -> NomineeField.of(one, typed.getOrDefault(one.step(), List.of()), rows::nameOf))
                .toList();
    }

    /** What the step may write of the form; the initiator who mends may find nothing, and hands it in again all the same. */
    private @Nullable FormSheet sheet(
            TaskItem task,
            Processes.Description description,
            CaseFile file,
            @Nullable Map<String, Object> typed,
            Faults faults,
            Locale locale) {
        var initiator = task.step().equals(FlowModel.INITIATOR);
        var values = CasePages.known(file);
        if (typed != null) {
            values.keySet().removeIf(task::writes);
            values.putAll(typed);
        }
        var writing = forms.sheet(description.form(), values, faults, locale).writing(task::permission);
        return writing.isEmpty() && !initiator ? null : writing;
    }

    private String name(String step, CaseFile file) {
        return file.tasks().stream()
                .filter(task -> task.step().equals(step) && task.name() != null)
                .map(task -> String.valueOf(task.name()))
                .findFirst()
                .orElseGet(() -> words.say("{work.return.initiator}"));
    }
}
