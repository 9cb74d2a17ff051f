package zhangfa.directory.platform;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.directory.platform.Contacts.Department;
import zhangfa.directory.platform.Contacts.Member;

/**
 * The other end of a platform's API, after its public documentation: it gives tokens for the right secret, forgets them when
 * told to, and says that it is busy as the platform does.
 */
public abstract class FakePlatform implements AutoCloseable {

    public static final String SECRET = "the app's secret";

    protected static final JsonMapper JSON = JsonMapper.shared();

    /** A request as it came. */
    protected record Request(Map<String, String> query, Map<String, String> headers, JsonNode body) {

        String asked(String name) {
            return query.getOrDefault(name, "");
        }
    }

    /** An answer: a status and what becomes JSON. */
    protected record Reply(int status, Object body) {}

    public final List<Department> departments = new ArrayList<>();
    public final List<Member> members = new ArrayList<>();

    /** Cards as they came, whole. */
    public final List<JsonNode> cards = new ArrayList<>();

    public int tokens;
    public int busy;
    protected final Map<String, String> codes = new HashMap<>();
    private String token = "none given yet";
    private final HttpServer server;

    protected FakePlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.start();
    }

    public abstract String kind();

    /** What an administrator enters for it. */
    public abstract Map<String, String> settings();

    /** Somebody agrees on the platform's page; the parameters that they come back with. */
    public abstract String agree(String page, String subject);

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public void expireToken() {
        token = "expired";
    }

    /** A code for this person, good once. */
    protected String code(String subject) {
        var code = UUID.randomUUID().toString();
        codes.put(code, subject);
        return code;
    }

    protected static String state(String page) {
        return UriComponentsBuilder.fromUriString(page)
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .get("state");
    }

    protected String freshToken() {
        tokens++;
        token = "token-" + tokens;
        return token;
    }

    protected boolean isToken(String given) {
        return token.equals(given);
    }

    protected boolean isBusy() {
        return busy-- > 0;
    }

    protected final void on(String path, Function<Request, Reply> answer) {
        server.createContext(path, exchange -> {
            var reply = answer.apply(request(exchange));
            var bytes = JSON.writeValueAsBytes(reply.body());
            exchange.sendResponseHeaders(reply.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private static Request request(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var query = exchange.getRequestURI().getRawQuery();
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        return new Request(
                query == null
                        ? Map.of()
                        : Stream.of(query.split("&", -1))
                                .map(pair -> pair.split("=", 2))
                                .collect(Collectors.toMap(
                                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))),
                headers,
                body.isEmpty() ? JSON.createObjectNode() : JSON.readTree(body));
    }

    /** A value that JSON may lack. */
    protected static Object orNothing(Object value) {
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
