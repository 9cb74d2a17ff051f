package zhangfa.journal.proof;

import java.util.List;
import org.springframework.stereotype.Component;
import zhangfa.journal.Proof;

/** All proofs, one after another. */
@Component
class Verification {

    /** One claim and what came of it. */
    record Finding(String claim, Proof.Outcome outcome) {}

    private final List<Proof> proofs;

    Verification(List<Proof> proofs) {
        this.proofs = proofs;
    }

    List<Finding> verify() {
        return proofs.stream()
                .map(proof -> new Finding(proof.claim(), proof.examine()))
                .toList();
    }
}
