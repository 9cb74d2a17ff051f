package zhangfa;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Somebody who comes from a network address that nobody came from before, so that no other test's failures count. */
public final class Visitor {

    private static final AtomicInteger COUNT = new AtomicInteger((int) (System.nanoTime() >>> 8));

    private Visitor() {}

    public static RequestPostProcessor fromElsewhere() {
        var address = "fd00::%x".formatted(COUNT.incrementAndGet());
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
