package zhangfa.work.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import zhangfa.process.Processes.Decision;
import zhangfa.process.Processes.Rule;
import zhangfa.process.Processes.Start;
import zhangfa.work.design.Board.Card;
import zhangfa.work.inbox.InboxRow;

/**
 * The page of a process in force.
 *
 * @param articles that it carries out
 * @param tables by which it decides
 * @param way its steps and branches; none where it is more than a list of steps
 * @param names what its steps are called in the reader's language, by their ids
 * @param fields what its form asks for
 * @param open the latest of its cases that run, as far as the reader sees them
 */
public record ProcessPage(
        String key,
        String name,
        int version,
        boolean startable,
        List<String> articles,
        List<Start> starts,
        List<Table> tables,
        List<Card> way,
        Map<String, String> names,
        List<String> fields,
        List<InboxRow> open) {

    /** What a block is called. */
    public String name(Card card) {
        return names.getOrDefault(card.id(), card.name());
    }

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
