package zhangfa.process.definition;

/** Which modules' actions a model may name; the runtime, which calls them, answers. */
public interface KnownActions {

    boolean isKnown(String name);
}
