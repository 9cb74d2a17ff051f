package zhangfa.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Under {@code /api} also what no controller takes is answered as a problem; other paths are pages and not our concern. */
@ControllerAdvice
class UnknownPaths {

    private final Problems problems;

    UnknownPaths(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class
    })
    ResponseEntity<ProblemDetail> untaken(ServletException untaken, HttpServletRequest request)
            throws ServletException {
        if (!request.getRequestURI().startsWith("/api/")) {
            throw untaken;
        }
        return problems.failed(untaken, request);
    }
}
