package zhangfa.identity.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import zhangfa.api.May;
import zhangfa.api.Open;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.identity.Signed;

/** Enforces the rule that each of our endpoints carries; one without a rule is refused to everybody. */
@Component
class AccessRule implements HandlerInterceptor {

    private final Signed signed;

    AccessRule(Signed signed) {
        this.signed = signed;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST
                && isOurs(method)) {
            check(method);
        }
        return true;
    }

    private void check(HandlerMethod method) {
        var needed = method.getMethodAnnotation(May.class);
        if (needed != null) {
            if (!signed.account().may(needed.value())) {
                throw Refusal.notAllowed();
            }
        } else if (method.hasMethodAnnotation(SignedIn.class)) {
            signed.account();
        } else if (!method.hasMethodAnnotation(Open.class)) {
            throw Refusal.notAllowed();
        }
    }

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("zhangfa");
    }
}
