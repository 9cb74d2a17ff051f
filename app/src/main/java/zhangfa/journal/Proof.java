package zhangfa.journal;

import java.util.List;

/** One thing that can be proven of the records; each module that keeps something beside the journal offers its own. */
public interface Proof {

    /** Message key of what is proven, such as {@code journal.proof.chains}. */
    String claim();

    /** Looks at everything; problems are told in plain words with ids, at most a hundred of them. */
    Outcome examine();

    /** How many things were looked at, and what is wrong with some. */
    record Outcome(long examined, List<String> problems) {

        public boolean holds() {
            return problems.isEmpty();
        }
    }
}
