package zhangfa.notification.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import zhangfa.notification.wording.Spoken;

/**
 * What a mail says, for its template and for its plain text.
 *
 * @param base where this installation is on the net, without a slash at its end
 */
public record Letter(Spoken message, Locale locale, String base, MessageSource words) {

    public String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, locale);
    }

    public String language() {
        return locale.toLanguageTag();
    }

    public @Nullable String link() {
        return message.link() == null ? null : base + "/notifications/" + message.id();
    }

    public String preferences() {
        return base + "/notifications/preferences";
    }

    String plain() {
        var plain = new StringBuilder(message.text()).append("\n\n");
        if (message.remark() != null) {
            message.remark()
                    .lines()
                    .forEach(line -> plain.append("> ").append(line).append('\n'));
            plain.append('\n');
        }
        for (var item : message.items()) {
            plain.append("* ").append(item.title()).append('\n');
            plain.append("  ").append(item.note()).append('\n');
            if (item.link() != null) {
                plain.append("  ").append(base).append(item.link()).append('\n');
            }
            plain.append('\n');
        }
        if (message.link() != null) {
            plain.append(say("notification.mail.open"))
                    .append(": ")
                    .append(link())
                    .append("\n\n");
        }
        return plain.append("-- \n")
                .append(say("notification.mail.why"))
                .append('\n')
                .append(preferences())
                .append('\n')
                .toString();
    }
}
