package zhangfa.process;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import zhangfa.api.Refusal;

/** The door to definitions: what processes there are, and how a new version comes to be. */
public interface Processes {

    /**
     * A model with what belongs to it, as a section of the rulebook or a designer hands it in.
     *
     * @param form JSON Schema 2020-12, or null for a process that takes any JSON object
     * @param guide the operating guide as Markdown
     * @param articles clause ids that the process carries out
     * @param decisions DMN files, by whose decisions its business-rule tasks decide
     */
    record Draft(
            String bpmn, @Nullable String form, @Nullable String guide, List<String> articles, List<String> decisions) {

        /** A process that decides by no tables. */
        public Draft(String bpmn, @Nullable String form, @Nullable String guide, List<String> articles) {
            this(bpmn, form, guide, articles, List.of());
        }
    }

    /** What came of handing in: the version made, or the one that has the very same content already. */
    record Version(String key, int version, boolean fresh) {}

    /** A process as lists show it; {@code startable} by people. */
    record Summary(
            String key,
            String name,
            String level,
            @Nullable String category,
            @Nullable String parent,
            int version,
            @Nullable String owner,
            String status,
            boolean startable) {}

    /**
     * What pages show of a process beside a case.
     *
     * @param form the schema of its form, or null
     * @param articles clause ids that it carries out
     * @param guides what each step's own guide says, by step
     * @param manners how each step is decided, by step
     * @param later fields that are for steps to fill in
     */
    record Description(
            @Nullable JsonNode form,
            List<String> articles,
            Map<String, String> guides,
            Map<String, Manner> manners,
            Set<String> later) {

        public Manner manner(String step) {
            return manners.getOrDefault(step, Manner.PLAIN);
        }
    }

    /**
     * How the people of a step decide.
     *
     * @param opinions actions that need words with them: approve, complete, reject, return
     * @param buttons what the model calls actions, in the reader's language
     */
    record Manner(Set<String> opinions, Map<String, String> buttons) {

        public static final Manner PLAIN = new Manner(Set.of(), Map.of());
    }

    /** The articles of these clauses: the letter behind an article's number only tells its demands apart. */
    static List<String> articlesOf(List<String> clauses) {
        return clauses.stream()
                .map(clause -> clause.replaceFirst("[a-z]$", ""))
                .distinct()
                .toList();
    }

    /** A step as the guide shows it. */
    record Step(
            String id,
            String name,
            String type,
            String assignment,
            @Nullable String timeLimit) {}

    /**
     * A way in which cases begin.
     *
     * @param kind {@code none} by people or a calling process, {@code message}, {@code signal} or {@code timer}
     * @param of the name of the message or signal; empty for the others
     * @param nextAt when a timer begins one next; null for the others, and where its time is over
     */
    record Start(
            String event,
            String name,
            String kind,
            String of,
            @Nullable Instant nextAt) {}

    /**
     * A decision table, or an expression, as people read it.
     *
     * @param hitPolicy as DMN calls it, such as {@code UNIQUE}; empty for an expression
     */
    record Decision(
            String key, String name, String hitPolicy, List<String> inputs, List<String> outputs, List<Rule> rules) {}

    /** A FEEL test for each input, empty where anything fits, and an expression for each output. */
    record Rule(List<String> conditions, List<String> conclusions) {}

    /**
     * Checks a model and keeps it as a new version.
     *
     * @param by who hands it in; null for the product itself
     * @throws zhangfa.api.Refusal with one fault for each element that is not executed or not valid
     */
    Version handIn(Draft draft, boolean publish, @Nullable UUID by);

    /** What speaks against this model, each fault by the id of its element; nothing is kept. */
    List<Refusal.Fault> check(Draft draft);

    /** The current version as it was handed in. */
    Optional<Draft> source(String key);

    List<Summary> list();

    Optional<Summary> find(String key);

    /** What the processes in force are called, by their keys, to choose one from. */
    default Map<String, String> names() {
        return list().stream()
                .filter(process -> process.status().equals("published"))
                .collect(toMap(Summary::key, Summary::name, (one, other) -> one, LinkedHashMap::new));
    }

    /** Of the current version; refused as not there where there is no such process. */
    Description describe(String key);

    /** What an element of this version is called in the reader's language; its id where it has no name. */
    String elementName(String key, int version, String element);

    /** Of the version that a case lives by. */
    Description describe(String key, int version);

    /** The steps of this version in the order of the flow: what each is called, by its id. */
    Map<String, String> stepNames(String key, int version);

    /** The steps of the current version in the order of the flow. */
    List<Step> steps(String key);

    /** How cases of the current version begin. */
    List<Start> starts(String key);

    /** By what the business-rule tasks of the current version decide. */
    List<Decision> decisions(String key);

    /** The model of the current version as BPMN 2.0 XML. */
    Optional<String> bpmn(String key);

    /** The model that a case lives by. */
    String bpmn(String key, int version);
}
