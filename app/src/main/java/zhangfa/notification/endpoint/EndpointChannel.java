package zhangfa.notification.endpoint;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import zhangfa.notification.Channel;
import zhangfa.notification.outside.Outside;
import zhangfa.ui.Language;

/** Sends messages to the endpoints that asked for their kind, in the company's language. */
@Component
class EndpointChannel implements Channel {

    private final Endpoints endpoints;
    private final Outside outside;
    private final String base;
    private final Clock clock;

    EndpointChannel(Endpoints endpoints, Outside outside, @Value("${zhangfa.url}") String base, Clock clock) {
        this.endpoints = endpoints;
        this.outside = outside;
        this.base = base.replaceFirst("/+$", "");
        this.clock = clock;
    }

    @Override
    public String name() {
        return "endpoint";
    }

    @Override
    public boolean isOpen() {
        return !endpoints.living().isEmpty();
    }

    @Override
    public List<Target> targets(Notable message, Set<UUID> people) {
        return endpoints.living().stream()
                .filter(endpoint -> endpoint.kinds().contains(message.kind()))
                .map(endpoint -> new Target(endpoint.id(), endpoint.name(), Language.CHINA, null))
                .toList();
    }

    /** Its address and secret never appear in what is thrown: that stands in the delivery log. */
    @Override
    public void send(Outgoing outgoing) throws IOException {
        var endpoint = endpoints.living().stream()
                .filter(one -> one.id().equals(outgoing.target()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The endpoint was removed"));
        var inside = endpoints.inside(endpoint.id()).orElseThrow();
        var format = Format.named(endpoint.format()).orElseThrow();
        var letter = new Letterhead(
                URI.create(inside.address()), inside.secret(), outgoing.message(), base, clock.instant());
        var refusal = format.refusal(outside.post(format.call(letter)));
        if (refusal.isPresent()) {
            throw new IOException("The endpoint answered: " + refusal.get());
        }
    }
}
