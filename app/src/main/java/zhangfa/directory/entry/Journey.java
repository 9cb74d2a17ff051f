package zhangfa.directory.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.directory.link.Links;
import zhangfa.directory.link.Outsider;
import zhangfa.directory.link.Recognition;
import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Trouble;
import zhangfa.identity.Account;
import zhangfa.identity.Admission;

/** From our log-in page to a provider's and back. */
@Component
class Journey {

    private static final Logger log = LoggerFactory.getLogger(Journey.class);
    private static final String ATTEMPT = Attempt.class.getName();

    private final Map<Kind, Gate> gates;
    private final Recognition recognition;
    private final Links links;
    private final Admission admission;
    private final String base;
    private final Clock clock;

    Journey(
            List<Gate> gates,
            Recognition recognition,
            Links links,
            Admission admission,
            @Value("${zhangfa.url}") String base,
            Clock clock) {
        this.gates = gates.stream().collect(Collectors.toMap(Gate::kind, Function.identity()));
        this.recognition = recognition;
        this.links = links;
        this.admission = admission;
        this.base = base.replaceFirst("/+$", "");
        this.clock = clock;
    }

    URI begin(Provider provider, String destination, @Nullable UUID linking, HttpServletRequest request) {
        var attempt = Attempt.begun(provider.id(), destination, linking, clock.instant());
        try {
            var page = gate(provider).begin(provider, attempt, visit(provider, request));
            request.getSession().setAttribute(ATTEMPT, attempt);
            return page;
        } catch (Trouble trouble) {
            throw told(provider, trouble);
        }
    }

    /** The attempt that this return answers; whatever came back, there is none left. */
    Attempt attempt(Provider provider, @Nullable String state, HttpServletRequest request) {
        var session = request.getSession(false);
        var kept = session == null ? null : session.getAttribute(ATTEMPT);
        if (session != null) {
            session.removeAttribute(ATTEMPT);
        }
        if (kept instanceof Attempt attempt && attempt.isAnsweredBy(provider.id(), state, clock.instant())) {
            return attempt;
        }
        admission.refuse(request);
        throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "{directory.attempt-gone}");
    }

    /** Whose account came back. */
    Account arrived(Provider provider, Attempt attempt, Map<String, String> answer, HttpServletRequest request) {
        var outsider = outsider(provider, attempt, answer, request);
        return recognition
                .recognised(provider, outsider)
                .filter(Account::active)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_ALLOWED, "{directory.not-linked}"));
    }

    /** Only to the account that set out. */
    void link(
            Provider provider,
            Attempt attempt,
            Account account,
            Map<String, String> answer,
            HttpServletRequest request) {
        if (!account.id().equals(attempt.linking())) {
            throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "{directory.attempt-gone}");
        }
        links.link(provider.id(), outsider(provider, attempt, answer, request), account.id(), account.id());
    }

    private Outsider outsider(
            Provider provider, Attempt attempt, Map<String, String> answer, HttpServletRequest request) {
        if (answer.containsKey("error")) {
            throw Refusal.of(Refusal.Kind.UNAUTHENTICATED, "{directory.cancelled}");
        }
        try {
            return gate(provider).finish(provider, attempt, visit(provider, request), answer);
        } catch (Trouble trouble) {
            if (!trouble.isPassing()) {
                admission.refuse(request);
            }
            throw told(provider, trouble);
        }
    }

    /** Visitors are told whether to try again; what exactly is wrong is the operator's. */
    private static Refusal told(Provider provider, Trouble trouble) {
        log.warn("Log-in by {}: {}", provider.key(), trouble.words(), trouble.getCause());
        return trouble.isPassing()
                ? Refusal.conflict("{directory.unreachable}")
                : Refusal.of(Refusal.Kind.UNAUTHENTICATED, "{directory.not-proved}");
    }

    private Gate.Visit visit(Provider provider, HttpServletRequest request) {
        return new Gate.Visit(URI.create(base + provider.returnPath()), request.getHeader("User-Agent"));
    }

    private Gate gate(Provider provider) {
        return Objects.requireNonNull(gates.get(provider.kind()));
    }
}
