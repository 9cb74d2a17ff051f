package zhangfa.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal as a problem where no controller is at work: in filters and at the doors of security. */
@Component
public class ProblemWriter {

    private final Words words;
    private final JsonMapper json;

    ProblemWriter(Words words, JsonMapper json) {
        this.words = words;
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        var status = HttpStatus.valueOf(refusal.kind().status());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        json.writeValue(response.getWriter(), Problems.problem(status, refusal, request, words));
    }
}
