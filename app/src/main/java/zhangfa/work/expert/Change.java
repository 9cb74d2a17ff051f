package zhangfa.work.expert;

import java.util.List;

/**
 * A difference between two versions of a model.
 *
 * @param sort added, changed or removed
 * @param kind of element, as BPMN names it
 * @param aspects what of it changed
 */
public record Change(String sort, String element, String kind, String name, List<Aspect> aspects) {

    /** One thing that an element says, in the words of the file. */
    public record Aspect(String name, String before, String after) {}

    public String title() {
        return name.isBlank() ? element : name;
    }
}
