package zhangfa.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The door to definitions: what processes there are, and how a new version comes to be. */
public interface Processes {

    /**
     * A model with what belongs to it, as a section of the rulebook or a designer hands it in.
     *
     * @param form JSON Schema 2020-12, or null for a process that takes any JSON object
     * @param guide the operating guide as Markdown
     * @param articles clause ids that the process carries out
     */
    record Draft(
            String bpmn, @Nullable String form, @Nullable String guide, List<String> articles) {}

    /** What came of handing in: the version made, or the one that has the very same content already. */
    record Version(String key, int version, boolean fresh) {}

    /** A process as lists show it. */
    record Summary(
            String key,
            String name,
            String level,
            @Nullable String category,
            @Nullable String parent,
            int version,
            @Nullable String owner,
            String status) {}

    /** A step as the guide shows it. */
    record Step(
            String id,
            String name,
            String type,
            String assignment,
            @Nullable String timeLimit) {}

    /**
     * Checks a model and keeps it as a new version.
     *
     * @param by who hands it in; null for the product itself
     * @throws zhangfa.api.Refusal with one fault for each element that is not executed or not valid
     */
    Version handIn(Draft draft, boolean publish, @Nullable UUID by);

    List<Summary> list();

    Optional<Summary> find(String key);

    /** The steps of the current version in the order of the flow. */
    List<Step> steps(String key);

    /** The model of the current version as BPMN 2.0 XML. */
    Optional<String> bpmn(String key);
}
