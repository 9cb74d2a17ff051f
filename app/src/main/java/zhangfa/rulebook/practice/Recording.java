package zhangfa.rulebook.practice;

import java.util.Map;

/**
 * A step of a process that enters a record into a register.
 *
 * @param step BPMN id of a service task with the action {@code rulebook.record}
 * @param register key of the register
 * @param state of the record; empty for the first one
 * @param fields by keys of the register's fields, the case's fields that they are taken from; or {@code @initiator},
 *     {@code @actor}, {@code @day}
 */
public record Recording(String step, String register, String state, Map<String, String> fields) {}
