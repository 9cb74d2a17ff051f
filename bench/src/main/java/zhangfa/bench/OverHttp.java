package zhangfa.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same cases through the REST API with tokens kept, the load generator on the same cores. */
final class OverHttp implements Contender {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Map<String, String> tokens;

    OverHttp(int port) throws IOException, InterruptedException {
        this.base = "http://127.0.0.1:" + port + "/api/v1";
        this.tokens = Map.of("staff1", token("staff1"), "head1", token("head1"), "financehead", token("financehead"));
    }

    @Override
    public String name() {
        return "HTTP";
    }

    @Override
    public int cases() throws IOException, InterruptedException {
        var started = post(
                "staff1", "/cases", "{\"process\":\"" + CaseRuntime.PROCESS + "\",\"form\":{\"title\":\"bench\"}}");
        var approved = post("head1", approval(started), "{}");
        post("financehead", approval(approved.path("case")), "{}");
        return 1;
    }

    /** Server time of one page of fifty rows of an inbox, in milliseconds: the median of many. */
    double inboxMillis() throws IOException, InterruptedException {
        var times = new double[101];
        for (int i = 0; i < times.length; i++) {
            var begun = System.nanoTime();
            send(HttpRequest.newBuilder(URI.create(base + "/tasks?box=done&page_size=50"))
                    .header("Authorization", "Bearer " + tokens.get("head1"))
                    .build());
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static String approval(JsonNode file) {
        return "/tasks/" + file.path("tasks").path(0).path("id").asString() + "/actions/approve";
    }

    private String token(String username) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/tokens"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("username", username, "password", "zhangfa-demo"))))
                .build();
        return send(request).path("token").asString();
    }

    private JsonNode post(String who, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + tokens.get(who))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    request.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }
}
