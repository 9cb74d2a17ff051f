package zhangfa.flow.naive;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody does with a case; signers, steps and scopes are named by their numbers in {@link View}. */
public sealed interface Deed {

    /** By the start event of this id, or by the one without a trigger. */
    record Start(String event) implements Deed {}

    record Vote(int slot, String person, boolean agreed) implements Deed {}

    record Claim(int slot, String person) implements Deed {}

    record Release(int slot) implements Deed {}

    record Transfer(int slot, String to) implements Deed {}

    record Delegate(int slot, String person, String to) implements Deed {}

    record Resolve(int slot) implements Deed {}

    enum Where {
        BEFORE,
        PARALLEL,
        AFTER
    }

    record Add(int slot, String person, List<String> who, Where where) implements Deed {}

    record Remove(int slot, String person, List<String> who) implements Deed {}

    /** The actor's own vote in this place is taken back. */
    record Withdraw(int slot) implements Deed {}

    record Return(int slot, String to, boolean jumpBack) implements Deed {}

    /** An event occurs: at a token, an activity or a scope. */
    record Occur(int live, String event) implements Deed {}

    /** The one that has waited longest takes it. */
    record Message(String name) implements Deed {}

    record Signal(String name) implements Deed {}

    record Finish(int live) implements Deed {}

    record Throw(int live, String code) implements Deed {}

    /** What could not go on tries again: all of it. */
    record Retry() implements Deed {}

    record Refresh() implements Deed {}

    /** What was to be done outside could not be done; somebody tries again. */
    record Fail(int live) implements Deed {}

    /** The called case says that somebody should know. */
    record Tell(int live, String code) implements Deed {}

    /** One more of several; the item it is about, if they go by a list. */
    record More(int rounds, @Nullable Object item) implements Deed {}

    /** One of several is not needed any more. */
    record Fewer(int instance) implements Deed {}

    /**
     * The owner moves a token elsewhere.
     *
     * @param alone whether the other tokens stay where they are
     */
    record Jump(int live, String to, boolean alone) implements Deed {}

    record Suspend() implements Deed {}

    record Resume() implements Deed {}

    record Cancel() implements Deed {}
}
