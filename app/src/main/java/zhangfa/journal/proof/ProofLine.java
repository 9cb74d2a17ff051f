package zhangfa.journal.proof;

import java.util.List;
import zhangfa.ui.Tone;

/** One claim about the journal as the page shows it. */
public record ProofLine(String claim, long examined, List<String> problems, Tone tone, String word) {

    static ProofLine of(Verification.Finding finding) {
        var holds = finding.outcome().holds();
        return new ProofLine(
                finding.claim(),
                finding.outcome().examined(),
                finding.outcome().problems(),
                holds ? Tone.DONE : Tone.OVERDUE,
                holds ? "journal.holds" : "journal.broken");
    }
}
