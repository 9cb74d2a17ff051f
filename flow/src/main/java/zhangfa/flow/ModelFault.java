package zhangfa.flow;

import org.jspecify.annotations.Nullable;

/**
 * One thing in a model that cannot be executed as drawn, with its place.
 *
 * @param elementId the BPMN id of the element; its tag where it carries none
 * @param name what the designer called it
 * @param line the line of its opening tag in the XML, counted from 1; 0 where there is no single place
 * @param reasonCode a stable code for programs and translations, such as {@code not-executed}
 * @param reason the same in an English sentence
 */
public record ModelFault(String elementId, @Nullable String name, int line, String reasonCode, String reason) {

    @Override
    public String toString() {
        return "%s (line %d): %s".formatted(elementId, line, reason);
    }
}
