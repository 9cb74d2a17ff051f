package zhangfa.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import zhangfa.money.Money;

/**
 * What every template is given: the reader, words in the reader's language, and the one way times and money are written.
 *
 * @param tools places of the top bar, as icons
 * @param csrf the token that forms send back; empty where no session is
 * @param path the path asked for, to mark the menu
 * @param flash what the request before this one did, in words, or null
 */
public record Page(
        @Nullable Reader reader,
        List<Place> menu,
        List<Place> tools,
        Locale locale,
        ZoneId zone,
        String csrf,
        String path,
        @Nullable String flash,
        Instant now,
        MessageSource messages) {

    private static final int PLACES_ON_A_PHONE = 4;

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /** A word that may be absent, such as the label of a code nobody has named: then the code itself. */
    public String sayOr(String key, String otherwise) {
        var found = messages.getMessage(key, null, otherwise, locale);
        return found == null ? otherwise : found;
    }

    /** What the page is for, in a few sentences, or what the pages around it are for; null where nobody has said so. */
    public @Nullable String help() {
        var steps =
                path.equals("/") ? List.of("home") : List.of(path.substring(1).split("/"));
        for (int length = steps.size(); length > 0; length--) {
            var above = steps.subList(0, length - 1).stream()
                    .map(step -> step + ".")
                    .collect(Collectors.joining());
            // What an address names by an id is described by a line for all of them.
            var said = sayOr("help." + above + steps.get(length - 1), sayOr("help." + above + "_", ""));
            if (!said.isEmpty()) {
                return said;
            }
        }
        return null;
    }

    public String language() {
        return locale.toLanguageTag();
    }

    /** What the bottom bar of a phone has room for; {@link #furtherMenu} is behind "more". */
    public List<Place> nearMenu() {
        return menu.subList(0, Math.min(PLACES_ON_A_PHONE, menu.size()));
    }

    public List<Place> furtherMenu() {
        return menu.subList(nearMenu().size(), menu.size());
    }

    public List<Locale> languages() {
        return Language.ALL;
    }

    public boolean isAt(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    /** To the minute, in the company's zone. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(zone).format(instant);
    }

    /** As people read it in a list: the year only where it is another one. */
    public String moment(Instant instant) {
        var at = instant.atZone(zone);
        var pattern = at.getYear() == now.atZone(zone).getYear() ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm";
        return DateTimeFormatter.ofPattern(pattern).format(at);
    }

    /** For {@code <time datetime>}. */
    public String machineTime(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(zone).format(instant);
    }

    public String day(LocalDate day) {
        return day.toString();
    }

    /** With thousands separators and the currency's sign: ¥1,234.50. */
    public String money(Money money) {
        var sign = money.currency().equals("CNY") ? "¥" : money.currency() + " ";
        return sign + "%,.2f".formatted(money.amount());
    }

    public Reader whoever() {
        if (reader == null) {
            throw new IllegalStateException("Nobody is signed in on " + path);
        }
        return reader;
    }
}
