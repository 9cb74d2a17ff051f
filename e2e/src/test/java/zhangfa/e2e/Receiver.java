package zhangfa.e2e;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A program outside that listens to webhooks, and remembers under which ids it was told of each case. */
final class Receiver implements AutoCloseable {

    private record Told(String kind, String caseId) {}

    private final JsonMapper json = new JsonMapper();
    private final Map<Told, Set<String>> ids = new ConcurrentHashMap<>();
    private final HttpServer server;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            var event = json.readTree(exchange.getRequestBody().readAllBytes());
            var told = new Told(
                    event.at("/type").asString().replace("zhangfa.", ""),
                    event.at("/subject").asString().replace("cases/", ""));
            ids.computeIfAbsent(told, any -> ConcurrentHashMap.newKeySet())
                    .add(event.at("/id").asString());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    /** Has this installation, which allows localhost, send such messages here. */
    void listenTo(Server product, String... kinds) {
        var url = "http://localhost:%d/".formatted(server.getAddress().getPort());
        Api.as(product, "root")
                .post(
                        "/api/v1/endpoints",
                        Map.of("name", "收件", "format", "cloudevents", "url", url, "kinds", List.of(kinds)))
                .ok();
    }

    /** The cases of which it was told this, with the ids under which that was. */
    Map<String, Set<String>> told(String kind) {
        return ids.entrySet().stream()
                .filter(told -> told.getKey().kind().equals(kind))
                .collect(Collectors.toMap(told -> told.getKey().caseId(), Map.Entry::getValue));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
