package zhangfa.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A module's part in a process: a method of a bean that takes a {@link Moment} and is called inside the transaction of the
 * command. A model names it: {@code zhangfa:on-submit} (started or handed in again) and {@code zhangfa:on-end} on the
 * process, {@code zhangfa:action} on a user task (its decision lets the case go on).
 *
 * <p>It may return a {@code Map<String, Object>} of facts about the case, which conditions read and nobody can write by a
 * form. A {@link zhangfa.api.Refusal} thrown refuses the whole command: nothing is changed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FlowAction {

    /** The name by which models call it, such as {@code expense.pay}. */
    String value();
}
