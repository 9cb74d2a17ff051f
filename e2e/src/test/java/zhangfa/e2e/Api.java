package zhangfa.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** The REST API as one person uses it. */
final class Api {

    /** What the server said, with the status it said it with. */
    record Answer(int status, JsonNode body) {

        Answer ok() {
            if (status >= 300) {
                throw new AssertionError(status + " " + body);
            }
            return this;
        }

        String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final Server server;
    private final @Nullable String token;

    private Api(Server server, @Nullable String token) {
        this.server = server;
        this.token = token;
    }

    /** Without a token. */
    static Api open(Server server) {
        return new Api(server, null);
    }

    static Api as(Server server, String username) {
        var token = TOKENS.computeIfAbsent(
                server.url() + " " + username,
                key -> new Api(server, null)
                        .post("/api/v1/tokens", Map.of("username", username, "password", People.PASSWORD))
                        .ok()
                        .text("/token"));
        return new Api(server, token);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Object body) {
        return send(json(path, body));
    }

    Answer postXml(String path, String xml) {
        return send(request(path).header("Content-Type", "application/xml").POST(BodyPublishers.ofString(xml)));
    }

    /** The same key again answers the first answer again. */
    Answer post(String path, Object body, String key) {
        return send(json(path, body).header("Idempotency-Key", key));
    }

    /** The id of a new file. */
    String upload(String name, byte[] content) {
        var boundary = UUID.randomUUID().toString();
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request("/api/v1/files")
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())))
                .ok()
                .text("/id");
    }

    /** A claim of one line with a fresh voucher. */
    Answer claim(String title, String amount) {
        return post("/api/v1/cases", claimBody(title, amount)).ok();
    }

    Map<String, Object> claimBody(String title, String amount) {
        var line = Map.of("date", "2026-11-02", "category", "交通", "description", "高铁", "amount", amount);
        var voucher = upload("高铁票.pdf", Vouchers.pdf());
        return Map.of(
                "process",
                "expense-claim",
                "form",
                Map.of("title", title, "lines", List.of(line), "vouchers", List.of(voucher)));
    }

    private HttpRequest.Builder json(String path, Object body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(Duration.ofSeconds(30));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            var isJson = response.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Answer(
                    response.statusCode(),
                    isJson ? JSON.readTree(response.body()) : StringNode.valueOf(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
