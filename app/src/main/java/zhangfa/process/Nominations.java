package zhangfa.process;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The door to what a model leaves to people: whom they name for its later steps. */
public interface Nominations {

    /**
     * A step whose people somebody names.
     *
     * @param name in the reader's language
     * @param many whether several may be named
     * @param among who may be named, name by username; empty where anybody may
     */
    record Nomination(String step, String name, boolean many, Map<String, String> among) {}

    /**
     * What the people of a step name, in the order of the model.
     *
     * @param version null for the current one
     * @param by a step, or {@code initiator}
     */
    List<Nomination> by(String process, @Nullable Integer version, String by);
}
