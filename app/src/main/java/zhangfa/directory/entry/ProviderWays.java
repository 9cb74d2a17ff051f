package zhangfa.directory.entry;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;
import zhangfa.identity.WayIn;
import zhangfa.identity.WaysIn;

/** The providers' buttons on the log-in page. */
@Component
class ProviderWays implements WaysIn {

    private final Providers providers;

    ProviderWays(Providers providers) {
        this.providers = providers;
    }

    @Override
    public List<WayIn> in(Locale language) {
        return providers.enabled().stream()
                .filter(provider -> provider.kind().hasPage())
                .map(provider -> way(provider, language))
                .toList();
    }

    private static WayIn way(Provider provider, Locale language) {
        return new WayIn(provider.label(language), provider.kind().icon(), provider.path());
    }
}
