package zhangfa.notification.outside;

import java.net.URI;
import java.util.Map;

/** A POST to the outside. */
public record Call(URI address, String type, Map<String, String> headers, String body) {

    /** What came back; the body as far as it is worth reading. */
    public record Answer(int status, String body) {

        public boolean isFine() {
            return status >= 200 && status < 300;
        }
    }
}
