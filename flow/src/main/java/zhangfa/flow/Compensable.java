package zhangfa.flow;

/**
 * An activity that was done, once, and may be compensated; of one done several times each instance is one.
 *
 * @param number by which those done later come after those done earlier
 * @param node the BPMN id of the activity
 * @param visit the visit from which its token went on: its own, the joining of a sub-process, or that before a task at which
 *     nobody works
 */
public record Compensable(int number, String node, int visit) {

    Compensable at(String other) {
        return new Compensable(number, other, visit);
    }
}
