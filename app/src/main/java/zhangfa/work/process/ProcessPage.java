package zhangfa.work.process;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import zhangfa.process.Processes.Decision;
import zhangfa.process.Processes.Rule;
import zhangfa.process.Processes.Start;

/**
 * The page of a process in force.
 *
 * @param articles that it carries out
 * @param tables by which it decides
 */
public record ProcessPage(
        String key,
        String name,
        int version,
        boolean startable,
        List<String> articles,
        List<Start> starts,
        List<Table> tables) {

    /**
     * A decision as its author wrote it.
     *
     * @param policy a message key that says which of the rules that fit count; empty for a mere expression
     * @param rules for each a cell for each input and output; a dash where anything fits
     */
    public record Table(
            String key,
            String name,
            String policy,
            List<String> inputs,
            List<String> outputs,
            List<List<String>> rules) {

        static Table of(Decision decision) {
            return new Table(
                    decision.key(),
                    decision.name(),
                    policy(decision.hitPolicy()),
                    decision.inputs(),
                    decision.outputs(),
                    decision.rules().stream().map(Table::cells).toList());
        }

        private static String policy(String hitPolicy) {
            return hitPolicy.isEmpty()
                    ? ""
                    : "work.decision.policy." + hitPolicy.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        }

        private static List<String> cells(Rule rule) {
            return Stream.concat(
                            rule.conditions().stream().map(test -> test.isBlank() ? "–" : test),
                            rule.conclusions().stream())
                    .toList();
        }
    }
}
