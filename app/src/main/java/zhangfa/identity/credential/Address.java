package zhangfa.identity.credential;

import jakarta.servlet.http.HttpServletRequest;

/** Where somebody comes from, as far as the network tells. */
public record Address(String text) {

    public static Address of(HttpServletRequest request) {
        return new Address(request.getRemoteAddr());
    }
}
