package zhangfa.directory.provider;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import zhangfa.ui.Language;

/**
 * An outside system that knows our people.
 *
 * @param key names it in addresses, fixed for good
 * @param labels its name by language tag
 * @param matching by what people are recognised the first time without anybody's doing
 * @param settings everything but the secret, by the kind's fields
 * @param hasSecret whether a secret is kept; the secret itself is told to nobody
 */
public record Provider(
        UUID id,
        String key,
        Kind kind,
        Map<String, String> labels,
        boolean enabled,
        Set<Match> matching,
        Map<String, String> settings,
        boolean hasSecret,
        Instant changedAt) {

    public String label(Locale language) {
        return labels.getOrDefault(language.toLanguageTag(), labels.getOrDefault(Language.CHINA.toLanguageTag(), key));
    }

    /** What was said, else what is usual; empty where neither is. */
    public String setting(String name) {
        var said = settings.getOrDefault(name, "");
        return said.isEmpty()
                ? kind.fields().stream()
                        .filter(field -> field.name().equals(name))
                        .map(Field::usual)
                        .findFirst()
                        .orElse("")
                : said;
    }

    public boolean matches(Match match) {
        return matching.contains(match);
    }

    /** Where people begin to log in by it. */
    public String path() {
        return "/login/via/" + key;
    }

    /** Where its own page sends people back to. */
    public String returnPath() {
        return path() + "/return";
    }
}
