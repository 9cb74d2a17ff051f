package zhangfa.api;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts words into the reader's language: {@code {key}} or {@code {key|argument|…}} is looked up, anything else is said as it is. */
@Component
public class Words {

    private static final Pattern KEY = Pattern.compile("\\{([A-Za-z0-9._-]+)((?:\\|[^}]*)?)}");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** Whether there are words for a message key, without its braces. */
    public boolean knows(String key) {
        return messages.getMessage(key, null, null, LocaleContextHolder.getLocale()) != null;
    }

    public String say(String words) {
        return say(words, LocaleContextHolder.getLocale());
    }

    public String say(String words, Locale locale) {
        var key = KEY.matcher(words);
        if (!key.matches()) {
            return words;
        }
        var arguments = key.group(2).isEmpty()
                ? new Object[0]
                : (Object[]) key.group(2).substring(1).split("\\|", -1);
        return messages.getMessage(key.group(1), arguments, locale);
    }
}
