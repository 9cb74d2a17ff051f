package zhangfa.identity.access;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import zhangfa.identity.Account;
import zhangfa.identity.Signed;

/** Hands the acting account to any controller method that takes an {@link Account}. */
@Component
class AccountArgument implements HandlerMethodArgumentResolver {

    private final Signed signed;

    AccountArgument(Signed signed) {
        this.signed = signed;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Account.class);
    }

    @Override
    public Account resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return signed.account();
    }
}
