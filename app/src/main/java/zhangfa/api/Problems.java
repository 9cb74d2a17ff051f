package zhangfa.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/** Turns refusals and failures into {@code application/problem+json} (RFC 9457); nothing of our inside is shown. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final Words words;

    Problems(Words words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        return problem(HttpStatus.valueOf(refusal.kind().status()), refusal.detail(), refusal.faults(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException denied, HttpServletRequest request) {
        return refused(Refusal.notAllowed(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return refused(Refusal.of(Refusal.Kind.TOO_LARGE, "{api.too-large}"), request);
    }

    /** A path that names no possible thing leads nowhere; any other parameter is a wrong field. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return mistyped.getParameter().hasParameterAnnotation(PathVariable.class)
                ? refused(Refusal.notThere(), request)
                : refused(Refusal.invalid("/" + mistyped.getName(), "{api.parameter}"), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception failure, HttpServletRequest request) {
        var inside = Malformed.refusal(failure);
        if (inside != null) {
            return refused(inside, request);
        }
        if (failure instanceof ErrorResponse response) {
            var status = HttpStatus.valueOf(response.getStatusCode().value());
            return ResponseEntity.status(status)
                    .headers(response.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(status, "{api.status-" + status.value() + "}", List.of(), request, words));
        }
        if (Malformed.isCauseOf(failure)) {
            return problem(HttpStatus.BAD_REQUEST, "{api.malformed}", List.of(), request);
        }
        if (Outage.isCauseOf(failure)) {
            log.warn("{} {} met no database: {}", request.getMethod(), request.getRequestURI(), failure.getMessage());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "{api.unavailable}", List.of(), request, words));
        }
        log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "{api.failed}", List.of(), request);
    }

    private ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String detail, List<Refusal.Fault> faults, HttpServletRequest request) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, detail, faults, request, words));
    }

    static ProblemDetail problem(HttpStatus status, Refusal refusal, HttpServletRequest request, Words words) {
        return problem(status, refusal.detail(), refusal.faults(), request, words);
    }

    private static ProblemDetail problem(
            HttpStatus status, String detail, List<Refusal.Fault> faults, HttpServletRequest request, Words words) {
        var problem = ProblemDetail.forStatusAndDetail(status, words.say(detail));
        problem.setType(URI.create("about:blank"));
        problem.setTitle(status.getReasonPhrase());
        problem.setInstance(URI.create(request.getRequestURI()));
        if (!faults.isEmpty()) {
            problem.setProperty(
                    "errors",
                    faults.stream()
                            .map(fault -> Map.of("pointer", fault.pointer(), "detail", words.say(fault.detail())))
                            .toList());
        }
        return problem;
    }
}
