package zhangfa.directory.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import zhangfa.directory.entry.Attempt;
import zhangfa.directory.provider.Lines;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Trouble;
import zhangfa.notification.outside.Call;
import zhangfa.notification.outside.Outside;

/**
 * A conversation with an issuer. Its metadata and keys are asked for each time: log-ins are rare, and so a key that was
 * withdrawn is not believed a moment longer.
 */
final class Issuer implements AutoCloseable {

    /** Signatures that only the issuer can make: neither {@code none} nor one with a secret that we have too. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final URI address;
    private final ClientID client;
    private final Lines lines;
    private final Outside outside;

    Issuer(Provider provider, Lines lines) {
        this.address = URI.create(provider.setting("issuer"));
        this.client = new ClientID(provider.setting("client_id"));
        this.lines = lines;
        this.outside = lines.to(provider);
    }

    /** What the issuer says of itself (OpenID Connect Discovery 1.0, 4). */
    OIDCProviderMetadata metadata() throws Trouble {
        var place = address.toString().replaceFirst("/+$", "") + "/.well-known/openid-configuration";
        try {
            var metadata = OIDCProviderMetadata.parse(fetched(URI.create(place)));
            var places = java.util.Arrays.asList(
                    metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI());
            if (!metadata.getIssuer().getValue().equals(address.toString())) {
                throw Trouble.lasting("{directory.oidc.other-issuer}");
            }
            if (!places.stream().allMatch(one -> one != null && lines.isGood(one))) {
                throw Trouble.lasting("{directory.oidc.bad-endpoints}");
            }
            return metadata;
        } catch (ParseException e) {
            throw Trouble.lasting("{directory.oidc.no-metadata}");
        }
    }

    JWKSet keys(OIDCProviderMetadata metadata) throws Trouble {
        try {
            return JWKSet.parse(fetched(metadata.getJWKSetURI()));
        } catch (java.text.ParseException e) {
            throw Trouble.lasting("{directory.oidc.no-keys}");
        }
    }

    /** What the ID token says that the issuer gives for this code, if all of it is for us and for this attempt. */
    IDTokenClaimsSet claims(String code, Attempt attempt, URI back, String secret) throws Trouble {
        var metadata = metadata();
        var keys = new ImmutableJWKSet<SecurityContext>(keys(metadata));
        try {
            var grant =
                    new AuthorizationCodeGrant(new AuthorizationCode(code), back, new CodeVerifier(attempt.verifier()));
            var answer = OIDCTokenResponse.parse(
                    posted(request(metadata, grant, secret).toHTTPRequest()));
            var validator = new IDTokenValidator(
                    metadata.getIssuer(), client, new JWSVerificationKeySelector<>(SIGNATURES, keys), null);
            var claims = validator.validate(answer.getOIDCTokens().getIDToken(), new Nonce(attempt.nonce()));
            var party = claims.getAuthorizedParty();
            if (party != null && !party.getValue().equals(client.getValue())) {
                throw Trouble.lasting("{directory.oidc.bad-token}"); // OpenID Connect Core, 3.1.3.7
            }
            return claims;
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw Trouble.lasting("{directory.oidc.bad-token}");
        }
    }

    private TokenRequest request(OIDCProviderMetadata metadata, AuthorizationCodeGrant grant, String secret) {
        var place = metadata.getTokenEndpointURI();
        if (secret.isEmpty()) {
            return new TokenRequest.Builder(place, client, grant).build();
        }
        var methods = metadata.getTokenEndpointAuthMethods();
        var posts = methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        var authentication = posts
                ? new ClientSecretPost(client, new Secret(secret))
                : new ClientSecretBasic(client, new Secret(secret));
        return new TokenRequest.Builder(place, authentication, grant).build();
    }

    private String fetched(URI place) throws Trouble {
        try {
            var answer = outside.get(place, Map.of("Accept", "application/json"));
            if (!answer.isFine()) {
                throw Trouble.passing("{directory.trouble.status|" + answer.status() + "}", null);
            }
            return answer.body();
        } catch (IOException e) {
            throw Trouble.passing("{directory.trouble.unreachable}", e);
        }
    }

    private net.minidev.json.JSONObject posted(HTTPRequest request) throws Trouble, ParseException {
        var headers = new LinkedHashMap<String, String>();
        request.getHeaderMap().forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove("Content-Type");
        try {
            var answer = outside.post(new Call(
                    request.getURI(), "application/x-www-form-urlencoded", headers, String.valueOf(request.getBody())));
            if (answer.status() >= 500) {
                throw Trouble.passing("{directory.trouble.status|" + answer.status() + "}", null);
            }
            return com.nimbusds.oauth2.sdk.util.JSONObjectUtils.parse(answer.body());
        } catch (IOException e) {
            throw Trouble.passing("{directory.trouble.unreachable}", e);
        }
    }

    @Override
    public void close() {
        try {
            outside.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
