package zhangfa.rulebook.practice;

import org.jspecify.annotations.Nullable;

/**
 * A step of a process that fills a field by itself, with what a query on facts answers.
 *
 * @param step BPMN id of a service task with the action {@code rulebook.gather}
 * @param field which field of the case; a list of rows
 * @param query a select over the views of {@code fact}, whose columns are those of the field's lines
 * @param of {@code case} where only rows count whose {@code case_id} is the case at hand; null for all rows
 */
public record Gathering(
        String step, String field, String query, @Nullable String of) {}
