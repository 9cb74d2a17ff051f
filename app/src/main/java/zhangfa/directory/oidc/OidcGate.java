package zhangfa.directory.oidc;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal.Fault;
import zhangfa.directory.entry.Attempt;
import zhangfa.directory.entry.Gate;
import zhangfa.directory.link.Outsider;
import zhangfa.directory.provider.Connector;
import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Lines;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;
import zhangfa.directory.provider.Trouble;
import zhangfa.directory.provider.Wish;

/** Log-in by OpenID Connect; what the ID token does not say signed is not believed, so nothing else is asked. */
@Component
class OidcGate implements Gate, Connector {

    private final Lines lines;
    private final Providers providers;

    OidcGate(Lines lines, Providers providers) {
        this.lines = lines;
        this.providers = providers;
    }

    @Override
    public Kind kind() {
        return Kind.OIDC;
    }

    @Override
    public List<Fault> faults(Wish wish) {
        return lines.faults(wish, "issuer");
    }

    @Override
    public void test(Provider provider) throws Trouble {
        try (var issuer = new Issuer(provider, lines)) {
            issuer.keys(issuer.metadata());
        }
    }

    @Override
    public URI begin(Provider provider, Attempt attempt, Visit visit) throws Trouble {
        try (var issuer = new Issuer(provider, lines)) {
            return new AuthenticationRequest.Builder(
                            ResponseType.CODE,
                            Scope.parse("openid " + provider.setting("scopes")),
                            new ClientID(provider.setting("client_id")),
                            visit.back())
                    .endpointURI(issuer.metadata().getAuthorizationEndpointURI())
                    .state(new State(attempt.state()))
                    .nonce(new Nonce(attempt.nonce()))
                    .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI();
        }
    }

    @Override
    public Outsider finish(Provider provider, Attempt attempt, Visit visit, Map<String, String> answer) throws Trouble {
        var named = answer.get("iss");
        if (named != null && !named.equals(provider.setting("issuer"))) {
            throw Trouble.lasting("{directory.oidc.other-issuer}"); // RFC 9207: a mix-up of two providers
        }
        try (var issuer = new Issuer(provider, lines)) {
            var code = Objects.requireNonNullElse(answer.get("code"), "");
            return outsider(provider, issuer.claims(code, attempt, visit.back(), providers.secret(provider.id())));
        }
    }

    private static Outsider outsider(Provider provider, IDTokenClaimsSet claims) {
        var subject = claims.getSubject().getValue();
        var name = claims.getStringClaim("name");
        return new Outsider(
                subject,
                name == null ? subject : name,
                claims.getStringClaim(provider.setting("account_claim")),
                verified(claims, "email", "email_verified"),
                verified(claims, "phone_number", "phone_number_verified"));
    }

    private static @Nullable String verified(IDTokenClaimsSet claims, String claim, String verification) {
        return Boolean.TRUE.equals(claims.getBooleanClaim(verification)) ? claims.getStringClaim(claim) : null;
    }
}
