package zhangfa.rulebook.coverage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhangfa.rulebook.control.ControlState;
import zhangfa.rulebook.obligation.Obligation;

/**
 * All that coverage is computed from; the same circumstances give the same coverage.
 *
 * @param obligations the company's own
 * @param running the steps of each process that is in force
 * @param people how many each duty's rule names
 */
record Circumstances(
        Corpus corpus,
        Set<String> adopted,
        List<Obligation> obligations,
        Map<String, Set<String>> running,
        Map<String, Integer> people,
        Map<EvidenceLog.Step, Evidence> evidence,
        Map<String, ControlState> controls,
        Locale locale) {

    Coverage coverage() {
        var survey = new Survey(
                corpus.carried(),
                Means.ofTheCompany(obligations, controls.values()),
                adopted,
                process -> Optional.ofNullable(running.get(process)),
                who -> people.getOrDefault(who, 0),
                evidence,
                controls,
                locale);
        return new Coverage(
                corpus.trees(),
                corpus.passages().stream()
                        .flatMap(passage ->
                                passage.article().clauses().stream().map(clause -> survey.of(passage, clause)))
                        .toList());
    }
}
