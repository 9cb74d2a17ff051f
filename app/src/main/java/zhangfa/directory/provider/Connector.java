package zhangfa.directory.provider;

import java.util.List;
import zhangfa.api.Refusal.Fault;

/** What a kind of provider knows of itself; a bean for each. */
public interface Connector {

    Kind kind();

    /** What is wrong with these settings, each fault at {@code /settings/<field>}; nothing is called for it. */
    List<Fault> faults(Wish wish);

    /**
     * Tries whether the provider answers and takes what is set.
     *
     * @throws Trouble what to do about it
     */
    void test(Provider provider) throws Trouble;
}
