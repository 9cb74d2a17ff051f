package zhangfa.notification.endpoint;

import java.net.URI;
import java.time.Instant;
import zhangfa.notification.wording.Spoken;

/**
 * A message on its way to an endpoint.
 *
 * @param base where this installation is on the net
 */
record Letterhead(URI address, String secret, Spoken message, String base, Instant now) {

    String link() {
        return message.link() == null ? base : base + message.link();
    }

    /** For a chat: what it is about, what is to be said, where to look. */
    String lines() {
        var remark = message.remark() == null ? "" : "\n" + message.remark();
        return message.subject() + "\n" + message.text() + remark + "\n" + link();
    }
}
