package zhangfa.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** One person at work: logged in with a browser's session for the pages and with a token for what a telephone's client does. */
final class Colleague {

    static final String PROCESS = "bench-users";

    /** How long one request took, to its last byte. */
    record Wait(String what, double millis, int status) {}

    private record Got(Wait took, String body, HttpResponse<String> answer) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String API = "/api/v1";
    private static final String PASSWORD = "zhangfa-demo";

    private final String base;
    private final String username;
    private final String next;
    private final String cookie;
    private final String token;

    Colleague(String base, String username, String next) throws IOException, InterruptedException {
        this.base = base;
        this.username = username;
        this.next = next;
        var page = send("log-in", request("/login"));
        var csrf = CSRF.matcher(page.body());
        if (!csrf.find()) {
            throw new IllegalStateException("The log-in page has no form");
        }
        var form = Map.of("username", username, "password", PASSWORD, "_csrf", csrf.group(1)).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var loggedIn = send(
                "log-in",
                request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookies(page.answer()))
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        this.cookie = cookies(loggedIn.answer());
        this.token = JSON.readTree(send(
                                "token",
                                request("/api/v1/tokens")
                                        .header("Content-Type", "application/json")
                                        .POST(json(Map.of("username", username, "password", PASSWORD))))
                        .body())
                .path("token")
                .asString();
    }

    /** Of a hundred, sixty look at their inbox, fifteen read a case, fifteen decide, ten start one. */
    List<Wait> doesSomething(int chance) throws IOException, InterruptedException {
        if (chance < 60) {
            return List.of(send("inbox page", page("/inbox")).took());
        }
        if (chance < 90) {
            var list = send("inbox API", api("/tasks?box=todo&page_size=20"));
            var task = JSON.readTree(list.body()).path("items").path(0);
            if (task.isMissingNode()) {
                return List.of(list.took());
            }
            var then = chance < 75
                    ? send(
                            "case page",
                            page("/cases/" + task.path("case").path("id").asString()))
                    : send(
                            "approve",
                            api("/tasks/" + task.path("id").asString() + "/actions/approve")
                                    .POST(json(Map.of())));
            return List.of(list.took(), then.took());
        }
        var form = Map.of("title", "bench", "colleague", next);
        return List.of(send("start", api("/cases").POST(json(Map.of("process", PROCESS, "form", form))))
                .took());
    }

    String username() {
        return username;
    }

    /** Looks at every list there is, at a case that waits and at one that ended long ago. */
    List<Wait> looksAround(UUID ended) throws IOException, InterruptedException {
        var todo = send("inbox, API", api("/tasks?box=todo&page_size=20"));
        var waiting = JSON.readTree(todo.body())
                .path("items")
                .path(0)
                .path("case")
                .path("id")
                .asString();
        var waits = new ArrayList<>(List.of(todo.took()));
        for (var look : List.of(
                List.of("my day", "/"),
                List.of("inbox, to do", "/inbox"),
                List.of("inbox, done", "/inbox?box=done"),
                List.of("inbox, started", "/inbox?box=started"),
                List.of("case that waits", "/cases/" + waiting),
                List.of("case that has ended", "/cases/" + ended),
                List.of("search", "/search?q=" + URLEncoder.encode("客户拜访", StandardCharsets.UTF_8)),
                List.of("notices", "/notifications"))) {
            waits.add(send(look.getFirst(), page(look.getLast())).took());
        }
        for (var look : List.of(
                List.of("cases, API", "/cases?page_size=20"),
                List.of("completed cases, API", "/cases?status=completed&page_size=20"),
                List.of("done, API", "/tasks?box=done&page_size=20"))) {
            waits.add(send(look.getFirst(), api(look.getLast())).took());
        }
        return waits;
    }

    /** Reads a page, or asks the API where the path is one of its. */
    Wait reads(String what, String path) throws IOException, InterruptedException {
        var request = path.startsWith(API) ? api(path.substring(API.length())) : page(path);
        return send(what, request).took();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    private HttpRequest.Builder page(String path) {
        return request(path).header("Cookie", cookie);
    }

    private HttpRequest.Builder api(String path) {
        return request(API + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
    }

    private static String cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
    }

    private static Got send(String what, HttpRequest.Builder request) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Got(new Wait(what, (System.nanoTime() - begun) / 1e6, answer.statusCode()), answer.body(), answer);
    }
}
