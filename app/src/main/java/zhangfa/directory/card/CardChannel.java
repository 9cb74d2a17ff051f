package zhangfa.directory.card;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.util.UriComponentsBuilder;
import zhangfa.api.Words;
import zhangfa.directory.link.Link;
import zhangfa.directory.link.Links;
import zhangfa.directory.platform.Card;
import zhangfa.directory.platform.Platform;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;
import zhangfa.directory.provider.Trouble;
import zhangfa.notification.Channel;
import zhangfa.notification.Urgency;
import zhangfa.ui.Language;

/**
 * Sends to people on one platform what usually leaves the product, and whatever is urgent. The card's address goes by the
 * platform's log-in, which inside its own app asks nobody anything.
 */
final class CardChannel implements Channel {

    private final Platform platform;
    private final Providers providers;
    private final Links links;
    private final Set<String> kinds;
    private final Words words;
    private final String base;

    CardChannel(Platform platform, Providers providers, Links links, Set<String> kinds, Words words, String base) {
        this.platform = platform;
        this.providers = providers;
        this.links = links;
        this.kinds = kinds;
        this.words = words;
        this.base = base;
    }

    @Override
    public String name() {
        return platform.kind().key();
    }

    @Override
    public boolean isOpen() {
        return !providers.enabled(platform.kind()).isEmpty();
    }

    @Override
    public List<Target> targets(Notable message, Set<UUID> people) {
        if (message.urgency() != Urgency.URGENT && !kinds.contains(message.kind())) {
            return List.of();
        }
        return people.stream().flatMap(person -> target(person).stream()).toList();
    }

    private Optional<Target> target(UUID person) {
        return links.ofAccount(person).stream()
                .filter(link -> provider(link).isPresent())
                .findFirst()
                .map(link -> new Target(person, link.subject(), Language.CHINA, null));
    }

    /** Its address and the app's secret never appear in what is thrown: that stands in the delivery log. */
    @Override
    public void send(Outgoing outgoing) throws IOException {
        var provider = links.ofAccount(outgoing.target()).stream()
                .filter(link -> link.subject().equals(outgoing.address()))
                .flatMap(link -> provider(link).stream())
                .findFirst()
                .orElseThrow(() -> new IOException("The person is not linked any more"));
        var message = outgoing.message();
        var remark = message.remark() == null ? "" : "\n" + message.remark();
        var card = new Card(
                outgoing.delivery(),
                message.subject(),
                message.text() + remark,
                words.say("{directory.card.open}", outgoing.language()),
                address(provider, message.link() == null ? "/" : message.link()));
        try {
            platform.send(provider, outgoing.address(), card);
        } catch (Trouble trouble) {
            throw new IOException(words.say(trouble.words(), Language.CHINA), trouble);
        }
    }

    private String address(Provider provider, String page) {
        return UriComponentsBuilder.fromUriString(base + provider.path())
                .queryParam("to", "{page}")
                .encode()
                .buildAndExpand(page)
                .toUriString();
    }

    private Optional<Provider> provider(Link link) {
        return providers
                .withId(link.provider())
                .filter(provider -> provider.enabled() && provider.kind() == platform.kind());
    }
}
