package zhangfa.process.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowStep.Access;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.process.CaseFile;
import zhangfa.process.TaskItem;
import zhangfa.process.definition.Definition;

/** What a form hides: from a step, and from whoever has a part in a case by nothing but such steps. */
final class HiddenFields {

    private HiddenFields() {}

    static Set<String> in(Definition definition, String step) {
        if (step.equals(FlowModel.INITIATOR)) {
            return Set.of();
        }
        return definition.model().step(step).form().fields().entrySet().stream()
                .filter(field -> field.getValue() == Access.HIDDEN)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /**
     * From whom nothing is hidden: the initiator, the owner of the process and the inspector. For others it is what all steps hide
     * in which they have a part; who has none sees nothing that any step hides.
     */
    static Set<String> from(Account who, CaseFile file, Definition definition, List<TaskItem> tasks) {
        if (file.owned() || file.startedBy().equals(who.id()) || who.may(Permission.CASE_INSPECT)) {
            return Set.of();
        }
        var own = tasks.stream()
                .filter(task -> task.seats().contains(who.id()))
                .map(TaskItem::step)
                .distinct()
                .map(step -> in(definition, step))
                .reduce(HiddenFields::both);
        return own.orElseGet(() -> any(definition));
    }

    /** Whatever any step hides. */
    static Set<String> any(Definition definition) {
        return definition.model().steps().stream()
                .flatMap(step -> in(definition, step.id()).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).collect(Collectors.toSet());
    }

    static Map<String, Object> without(Map<String, Object> form, Set<String> hidden) {
        if (hidden.isEmpty()) {
            return form;
        }
        var shown = new LinkedHashMap<>(form);
        shown.keySet().removeAll(hidden);
        return shown;
    }
}
