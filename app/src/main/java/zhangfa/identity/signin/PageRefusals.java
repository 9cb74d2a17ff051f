package zhangfa.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import zhangfa.identity.Signed;

/** Sends whoever is not signed in (any more) to the log-in page, and tells the others that they may not. */
@Component
class PageRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Signed signed;

    PageRefusals(Signed signed) {
        this.signed = signed;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
            throws IOException {
        send(request, response);
    }

    private static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/login");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.sendRedirect(request.getContextPath() + "/login" + wanted(request));
    }

    /** A form that was sent after the session ended has a stale token too: that is no fault of its sender. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (signed.ifAny().isEmpty()) {
            send(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static String wanted(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())
                || request.getRequestURI().equals("/")) {
            return "";
        }
        var query = request.getQueryString();
        var place = request.getRequestURI() + (query == null ? "" : "?" + query);
        return "?then=" + URLEncoder.encode(place, StandardCharsets.UTF_8);
    }
}
