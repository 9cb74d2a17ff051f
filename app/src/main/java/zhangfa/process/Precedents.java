package zhangfa.process;

import java.time.Instant;
import java.util.List;
import zhangfa.identity.Account;

/** The door to earlier cases of a kind, which tell what to expect of one. */
public interface Precedents {

    /** How long a case took. */
    record Lifetime(Instant from, Instant until) {}

    /** The latest other cases of the same process and initiator that this account may see, three at most, youngest first. */
    List<CaseFile> similar(Account who, CaseFile file);

    /** How long the latest cases of the process took that were completed; fifty at most. */
    List<Lifetime> lifetimes(String process);
}
