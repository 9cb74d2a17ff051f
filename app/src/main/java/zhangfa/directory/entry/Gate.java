package zhangfa.directory.entry;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhangfa.directory.link.Outsider;
import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Trouble;

/** How people prove who they are on a provider's own page; a bean for each kind that has one. */
public interface Gate {

    Kind kind();

    /** Where to send the browser. */
    URI begin(Provider provider, Attempt attempt, Visit visit) throws Trouble;

    /**
     * Who came back.
     *
     * @param answer the parameters of the return; the state was checked already
     * @throws Trouble passing where the provider cannot be asked, lasting where nothing was proved
     */
    Outsider finish(Provider provider, Attempt attempt, Visit visit, Map<String, String> answer) throws Trouble;

    /**
     * A browser at our door.
     *
     * @param back the address that the provider is to send it back to
     * @param userAgent what it says it is: platforms open our pages inside their own apps
     */
    record Visit(URI back, @Nullable String userAgent) {

        /** Whether it is the browser of this app. */
        public boolean isInside(String app) {
            return userAgent != null && userAgent.toLowerCase(Locale.ROOT).contains(app);
        }
    }
}
