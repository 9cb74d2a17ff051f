package zhangfa.directory.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** An OpenID Connect issuer that signs, checks PKCE and the client's secret, and gives each code's token once. */
final class FakeIssuer implements AutoCloseable {

    static final String CLIENT = "zhangfa";
    static final String SECRET = "a client's secret of enough length to sign";

    private static final RSAKey KEY = key("ours");
    private static final RSAKey STRANGER = key("ours"); // the same id, another key
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, Map<String, String>> asked = new HashMap<>();
    private final Map<String, UnaryOperator<JWTClaimsSet.Builder>> people = new HashMap<>();
    private final HttpServer server;

    String metadataIssuer;
    JWSAlgorithm signature = JWSAlgorithm.RS256;
    boolean signsByStranger;

    FakeIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        metadataIssuer = address();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, metadata()));
        server.createContext(
                "/keys",
                exchange ->
                        answer(exchange, 200, new JWKSet(KEY).toPublicJWKSet().toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Somebody logs in on the issuer's page; answers the parameters that the browser is sent back with. */
    String logIn(String page, UnaryOperator<JWTClaimsSet.Builder> person) {
        var query = UriComponentsBuilder.fromUriString(page)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        var code = UUID.randomUUID().toString();
        asked.put(code, query);
        people.put(code, person);
        return "?code=" + code + "&state=" + query.get("state");
    }

    private String metadata() {
        return JSON.writeValueAsString(Map.of(
                "issuer",
                metadataIssuer,
                "authorization_endpoint",
                address() + "/authorize",
                "token_endpoint",
                address() + "/token",
                "jwks_uri",
                address() + "/keys",
                "subject_types_supported",
                new String[] {"public"},
                "response_types_supported",
                new String[] {"code"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256", "HS256", "none"}));
    }

    private void token(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var form = UriComponentsBuilder.fromUriString("?" + body)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        var query = asked.remove(form.getOrDefault("code", ""));
        var basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString(
                                (CLIENT + ":" + SECRET.replace("'", "%27").replace(" ", "+"))
                                        .getBytes(StandardCharsets.UTF_8));
        if (query == null
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !proves(form, query)) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        try {
            var token = signed(claims(query, people.get(form.get("code")))).serialize();
            answer(
                    exchange,
                    200,
                    JSON.writeValueAsString(Map.of("access_token", "x", "token_type", "Bearer", "id_token", token)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean proves(Map<String, String> form, Map<String, String> query) {
        var challenge = CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(form.get("code_verifier")));
        return "S256".equals(query.get("code_challenge_method"))
                && challenge.getValue().equals(query.get("code_challenge"));
    }

    private JWTClaimsSet claims(Map<String, String> query, UnaryOperator<JWTClaimsSet.Builder> person) {
        var now = Instant.now();
        var usual = new JWTClaimsSet.Builder()
                .issuer(address())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", query.get("nonce"));
        return person.apply(usual).build();
    }

    private JWT signed(JWTClaimsSet claims) throws JOSEException {
        if (signature.equals(JWSAlgorithm.NONE)) {
            return new PlainJWT(claims);
        }
        var token = new SignedJWT(
                new JWSHeader.Builder(signature).keyID(KEY.getKeyID()).build(), claims);
        token.sign(
                signature.equals(JWSAlgorithm.HS256)
                        ? new MACSigner(SECRET)
                        : new RSASSASigner(signsByStranger ? STRANGER : KEY));
        return token;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
