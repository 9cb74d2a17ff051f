package zhangfa.notification.endpoint;

import java.net.URI;
import java.util.Map;

/** A POST to the outside. */
record Call(URI address, String type, Map<String, String> headers, String body) {

    /** What came back; the body as far as it is worth reading. */
    record Answer(int status, String body) {

        boolean isFine() {
            return status >= 200 && status < 300;
        }
    }
}
