package zhangfa.directory.link;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;

/** An account's links beside the providers that it could still be linked with. */
@Component
class Identities {

    private final Providers providers;
    private final Links links;

    Identities(Providers providers, Links links) {
        this.providers = providers;
        this.links = links;
    }

    List<Identity> of(UUID account, Locale language) {
        var present = links.ofAccount(account);
        return providers.all().stream()
                .flatMap(provider -> present.stream()
                        .filter(link -> link.provider().equals(provider.id()))
                        .map(link -> Identity.of(provider, link, language)))
                .toList();
    }

    /** Those that people link by logging in there once. */
    List<Provider> open(UUID account) {
        var present = links.ofAccount(account).stream().map(Link::provider).toList();
        return providers.enabled().stream()
                .filter(provider -> provider.kind().hasPage() && !present.contains(provider.id()))
                .toList();
    }
}
