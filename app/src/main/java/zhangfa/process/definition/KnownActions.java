package zhangfa.process.definition;

/** Which modules' actions a model may name; the runtime, which calls them, answers. */
public interface KnownActions {

    boolean isKnown(String name);

    /** Whether it is called after the transaction, which only a service task can wait for. */
    boolean isAfter(String name);
}
