package zhangfa.identity;

import java.util.function.BooleanSupplier;

/**
 * A step of setting up a company, offered by the module where it is done.
 *
 * @param order its place among the steps
 * @param key names its words: {@code setup.<key>} and {@code setup.<key>.text}
 * @param path where it is done
 */
public record SetUpStep(int order, String key, String path, BooleanSupplier isDone) {}
