package zhangfa.api;

import org.springframework.beans.TypeMismatchException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.multipart.MultipartException;

/** Tells a request that cannot be read, the caller's fault, from a failure of ours. */
final class Malformed {

    private Malformed() {}

    static boolean isCauseOf(Exception failure) {
        return failure instanceof HttpMessageNotReadableException
                || failure instanceof TypeMismatchException
                || failure instanceof ServletRequestBindingException
                || failure instanceof MultipartException;
    }
}
