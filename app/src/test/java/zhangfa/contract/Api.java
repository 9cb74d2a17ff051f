package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API, as anybody would write one. */
record Api(MockMvcTester web) {

    static final JsonMapper JSON = JsonMapper.shared();

    /** What came back. */
    record Answer(int status, @Nullable String type, String body, MvcTestResult whole) {

        JsonNode json() {
            return JSON.readTree(body);
        }

        String text(String pointer) {
            return json().at(pointer).asString();
        }

        /** That it is a problem of this status, whole by the contract, and names just these fields. */
        void isProblem(int expected, String... pointers) {
            assertThat(status).as(body).isEqualTo(expected);
            assertThat(type).startsWith("application/problem+json");
            assertThat(json().propertyNames()).contains("type", "title", "status", "detail", "instance");
            assertThat(json().get("status").asInt()).isEqualTo(expected);
            if (pointers.length > 0) {
                assertThat(json().get("errors")
                                .valueStream()
                                .map(error -> error.get("pointer").asString()))
                        .as(body)
                        .containsExactly(pointers);
            }
        }

        Answer isFine(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }
    }

    Answer get(String who, String path) {
        return send(HttpMethod.GET, who, path, null, MediaType.APPLICATION_JSON, Map.of());
    }

    Answer post(String who, String path, Object body) {
        return post(who, path, body, Map.of());
    }

    Answer post(String who, String path, Object body, Map<String, String> headers) {
        var text = body instanceof String raw ? raw : JSON.writeValueAsString(body);
        return send(HttpMethod.POST, who, path, text, MediaType.APPLICATION_JSON, headers);
    }

    Answer send(
            HttpMethod method,
            String who,
            String path,
            @Nullable String body,
            MediaType type,
            Map<String, String> headers) {
        var request = web.method(method).uri(path).with(user(who)).accept(MediaType.ALL);
        headers.forEach(request::header);
        if (body != null) {
            request.contentType(type).content(body.getBytes(StandardCharsets.UTF_8));
        }
        return answer(request.exchange());
    }

    static Answer answer(MvcTestResult result) {
        var response = result.getResponse();
        var body = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        return new Answer(response.getStatus(), response.getContentType(), body, result);
    }

    Answer upload(String who, String name, byte[] content) {
        return answer(web.post()
                .uri("/api/v1/files")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/pdf", content))
                .with(user(who))
                .exchange());
    }

    static byte[] pdf(String content) {
        return ("%PDF-1.4\n" + content + "\n%%EOF").getBytes(StandardCharsets.UTF_8);
    }

    String voucher(String who) {
        return voucher(who, UUID.randomUUID().toString());
    }

    String voucher(String who, String content) {
        return upload(who, "票据.pdf", pdf(content)).isFine(201).text("/id");
    }

    Map<String, Object> form(String who, Object amount) {
        return formWith(amount, voucher(who));
    }

    static Map<String, Object> formWith(Object amount, String... vouchers) {
        var line = Map.of("date", "2026-11-02", "category", "交通", "description", "高铁", "amount", amount);
        return Map.of("title", "上海出差", "lines", List.of(line), "vouchers", List.of(vouchers));
    }

    Answer start(String who, Object form) {
        return start(who, "expense-claim", form);
    }

    Answer start(String who, String process, Object form) {
        return post(who, "/api/v1/cases", Map.of("process", process, "form", form));
    }

    /** A claim that is handed in. */
    String claim(String who, Object amount) {
        return start(who, form(who, amount)).isFine(201).text("/id");
    }

    JsonNode caseOf(String id) {
        return get("inspector1", "/api/v1/cases/" + id).isFine(200).json();
    }

    /** The steps that are open now, each with its people. */
    List<String> open(String id) {
        return caseOf(id)
                .get("tasks")
                .valueStream()
                .map(task -> task.get("step").asString() + task.get("assignees"))
                .toList();
    }

    String task(String id) {
        return caseOf(id).at("/tasks/0/id").asString();
    }

    Answer act(String who, String task, String action, Object body) {
        return post(who, "/api/v1/tasks/" + task + "/actions/" + action, body);
    }

    /** This person does it with the first open task of the case that is theirs. */
    Answer does(String who, String id, String action, Object body) {
        var own = caseOf(id)
                .get("tasks")
                .valueStream()
                .filter(task -> task.get("assignees")
                        .valueStream()
                        .anyMatch(one -> one.asString().equals(who)))
                .findFirst()
                .orElseThrow();
        return act(who, own.get("id").asString(), action, body);
    }

    Answer does(String who, String id, String action) {
        return does(who, id, action, Map.of());
    }

    /** A request that is still to be sent. */
    interface Call {
        Answer answer();
    }

    /** All of these at the same moment. */
    static List<Answer> atOnce(Call... calls) throws Exception {
        var together = new CyclicBarrier(calls.length);
        try (var threads = Executors.newFixedThreadPool(calls.length)) {
            var running = Arrays.stream(calls)
                    .map(call -> threads.submit(() -> {
                        together.await();
                        return call.answer();
                    }))
                    .toList();
            var answers = new ArrayList<Answer>();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }
}
