package zhangfa.process.run;

import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowStep.Access;
import zhangfa.organization.Person;
import zhangfa.process.Cases.Deed;
import zhangfa.process.Cases.Wish;
import zhangfa.process.definition.Definition;
import zhangfa.process.form.FormFault;

/** Checks what people send in against the form of the process and the rights of the step. */
final class Inputs {

    private static final int LONGEST_TITLE = 200;

    private Inputs() {}

    static void check(Definition definition, Map<String, Object> form) {
        check(definition, Map.of(), form);
    }

    /** What somebody asks for: the whole form, but for what steps fill in. */
    static void checkAsked(Definition definition, Map<String, Object> form) {
        refuseUnwritable(definition, FlowModel.INITIATOR, form);
        check(definition, form);
    }

    private static void check(Definition definition, Map<String, Object> before, Map<String, Object> sent) {
        var faults = definition.form().faults(before, sent);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    /** Only what the step may write, the whole form right afterwards, and with an agreement all that the step demands of it. */
    static void check(
            Definition definition, String step, Map<String, Object> before, Map<String, Object> patch, boolean agrees) {
        if (!patch.isEmpty()) {
            refuseUnwritable(definition, step, patch);
            checkFields(definition, before, patch);
        }
        if (agrees) {
            checkDemanded(definition.accesses(step), before, patch);
        }
    }

    /** That whoever does what the step demands words for has said some. */
    static void checkOpinion(Definition definition, String step, Deed deed) {
        var comment = deed.comment();
        if (definition.manner(step, Locale.ROOT).opinions().contains(deed.action())
                && (comment == null || comment.isBlank())) {
            throw Refusal.invalid("/comment", "{process.opinion}");
        }
    }

    /** With what is done to a task that is closed, nobody writes anything. */
    static void refuseFields(Map<String, Object> patch) {
        if (!patch.isEmpty()) {
            throw Refusal.invalid(patch.keySet().stream()
                    .map(field -> new Fault("/form/" + FormFault.escaped(field), "{form.not-writable}"))
                    .toList());
        }
    }

    private static void refuseUnwritable(Definition definition, String step, Map<String, Object> patch) {
        var unwritable =
                definition.form().unwritable(patch, definition.accesses(step), step.equals(FlowModel.INITIATOR));
        if (!unwritable.isEmpty()) {
            throw Refusal.invalid(unwritable);
        }
    }

    /** That the form still holds with these fields. */
    static void checkFields(Definition definition, Map<String, Object> before, Map<String, Object> patch) {
        if (!patch.isEmpty()) {
            check(definition, before, patch);
        }
    }

    private static void checkDemanded(
            Map<String, Access> accesses, Map<String, Object> before, Map<String, Object> patch) {
        var missing = accesses.entrySet().stream()
                .filter(field -> field.getValue() == Access.REQUIRED)
                .map(Map.Entry::getKey)
                .filter(field -> isEmpty(patch.containsKey(field) ? patch.get(field) : before.get(field)))
                .map(field -> new Fault("/form/" + FormFault.escaped(field), "{form.required}"))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || (value instanceof String text && text.isBlank())
                || (value instanceof Collection<?> many && many.isEmpty());
    }

    /** What the model lays down as the title of its cases, else what was typed, else the form's own, else the name of the process. */
    static String title(Wish wish, Definition definition, Person person, Clock clock) {
        var ruled = blankless(definition.title(wish.form(), person.name(), clock));
        if (ruled != null) {
            return cut(ruled.replaceAll("\\s+", " "));
        }
        var wanted = Objects.requireNonNullElseGet(blankless(wish.title()), () -> {
            var title = wish.form().get("title") instanceof String text ? blankless(text) : null;
            return title == null ? definition.name() + " · " + person.name() : title;
        });
        if (wanted.length() > LONGEST_TITLE) {
            throw Refusal.invalid("/title", "{form.maxLength|" + LONGEST_TITLE + "}");
        }
        return wanted;
    }

    /** A title that nobody typed, as far as there is room for it. */
    static String cut(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
