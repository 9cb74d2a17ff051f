package zhangfa.directory.provider;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal.Fault;
import zhangfa.notification.outside.Outside;
import zhangfa.notification.outside.OutsideSettings;
import zhangfa.notification.outside.PublicNet;

/**
 * Opens lines to providers. The host that an administrator names may be in the company's own net, where single sign-on
 * usually is; whatever the provider itself names beyond it must be on the public internet. Always encrypted, but for hosts
 * that the operator allows.
 */
@Component
public class Lines {

    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    private final Set<String> allowed;

    Lines(OutsideSettings settings) {
        this.allowed = Set.copyOf(settings.allowed());
    }

    /** To be closed after the conversation. */
    public Outside to(Provider provider) {
        var reachable = new HashSet<>(allowed);
        provider.kind().fields().stream()
                .filter(Field::isAddress)
                .flatMap(field -> uri(provider.setting(field.name())).stream())
                .flatMap(address -> Stream.ofNullable(address.getHost()))
                .forEach(reachable::add);
        return new Outside(new PublicNet(InetAddress::getAllByName, reachable), LARGEST_ANSWER);
    }

    public boolean isGood(URI address) {
        return address.getHost() != null
                && address.getRawUserInfo() == null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && isAllowedOpen(address.getHost())));
    }

    /** Whether this host may be talked to without encryption. */
    public boolean isAllowedOpen(String host) {
        return allowed.contains(host);
    }

    /** What is wrong with an address among a provider's settings; nothing where it was left empty. */
    public List<Fault> faults(Wish wish, String field) {
        var text = wish.settings().getOrDefault(field, "").strip();
        return text.isEmpty() || uri(text).filter(this::isGood).isPresent()
                ? List.of()
                : List.of(new Fault("/settings/" + field, "{directory.address-wrong}"));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
