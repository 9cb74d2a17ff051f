package zhangfa.api;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.multipart.MultipartException;

/** Tells a request that cannot be read, the caller's fault, from a failure of ours. */
final class Malformed {

    private Malformed() {}

    static boolean isCauseOf(Exception failure) {
        return failure instanceof HttpMessageNotReadableException
                || failure instanceof TypeMismatchException
                || failure instanceof ServletRequestBindingException
                || failure instanceof MultipartException
                || failure instanceof RequestRejectedException
                || failure instanceof InvalidParameterException;
    }

    /** The refusal of a field that was met while the request was read. */
    static @Nullable Refusal refusal(Exception failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }
}
