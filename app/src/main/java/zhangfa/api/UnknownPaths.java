package zhangfa.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Under {@code /api} also what no controller knows is answered as a problem; other paths are pages and not our concern. */
@ControllerAdvice
class UnknownPaths {

    private final Problems problems;

    UnknownPaths(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unknown(NoResourceFoundException unknown, HttpServletRequest request)
            throws NoResourceFoundException {
        if (!request.getRequestURI().startsWith("/api/")) {
            throw unknown;
        }
        return problems.failed(unknown, request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsupported(
            HttpRequestMethodNotSupportedException unsupported, HttpServletRequest request)
            throws HttpRequestMethodNotSupportedException {
        if (!request.getRequestURI().startsWith("/api/")) {
            throw unsupported;
        }
        return problems.failed(unsupported, request);
    }
}
