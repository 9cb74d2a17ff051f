package zhangfa.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A module's part in a process: a method of a bean that takes a {@link Moment} and is called inside the transaction of the
 * command, or after it where it says so. A model names it: {@code zhangfa:on-submit} (started or handed in again) and {@code zhangfa:on-end} on the
 * process, {@code zhangfa:action} on a user task (its decision lets the case go on) or a service task.
 *
 * <p>It may return a {@code Map<String, Object>} of facts about the case, which conditions read and nobody can write by a
 * form. A {@link zhangfa.api.Refusal} thrown inside the transaction refuses the whole command: nothing is changed. A
 * {@link FlowError} thrown for a service task is an error that the model may catch.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface FlowAction {

    /** The name by which models call it, such as {@code expense.pay}. */
    String value();

    /**
     * Whether it is called after the transaction, by a job that tries again with growing rests while it fails: for what is done
     * elsewhere, such as at a bank. Only service tasks name such an action; the case waits there until it is done. It may be
     * called again after a crash, so it hands {@link Moment#work} on. A {@link zhangfa.api.Refusal}, or the last failure, is
     * an incident on the case, which a person retries.
     */
    boolean after() default false;
}
