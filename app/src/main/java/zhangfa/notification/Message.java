package zhangfa.notification;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhangfa.ui.Language;

/**
 * Something to be said to people, each in their language.
 *
 * @param kind what people choose channels by, such as {@code task.assigned}; its name is the message key
 *     {@code notification.kind.} and the kind
 * @param to ids of people; who is nobody's account hears nothing
 * @param words message key of the subject; the text's key is the same with {@code .text}, and takes the same arguments
 * @param arguments texts and numbers as they are, or made {@linkplain #inEachLanguage for each language}
 * @param remark what a person said with it, shown as said
 * @param link the page it is about, beginning with a slash
 * @param caseId the case it belongs to: a mail thread is a case
 * @param items what it lists; only its own recipients see them, a group chat or a program gets the words alone
 */
public record Message(
        String kind,
        Set<UUID> to,
        String words,
        List<Object> arguments,
        @Nullable String remark,
        @Nullable String link,
        @Nullable UUID caseId,
        Urgency urgency,
        List<Item> items) {

    /** About a case, which is also where it leads; not urgent. */
    public static Message onCase(
            String kind, Collection<UUID> to, UUID caseId, String words, @Nullable String remark, Object... arguments) {
        return new Message(
                kind,
                Set.copyOf(to),
                words,
                List.of(arguments),
                remark,
                "/cases/" + caseId,
                caseId,
                Urgency.NORMAL,
                List.of());
    }

    /**
     * One of the things that a message lists. Titles, notes and labels are texts as they are, or made
     * {@linkplain #inEachLanguage for each language}.
     *
     * @param link the page that it is about, or null
     * @param basis why it is listed: articles of the rulebook
     * @param action what the reader may do about it at once: a path that is posted to, or null
     */
    public record Item(
            Object title,
            @Nullable String link,
            Object note,
            List<Link> basis,
            @Nullable Link action) {}

    /** A path beginning with a slash, and what stands for it. */
    public record Link(Object label, String path) {}

    /** The same, so that it cannot wait. */
    public Message urgent() {
        return new Message(kind, to, words, arguments, remark, link, caseId, Urgency.URGENT, items);
    }

    /** Says something in a language. */
    public interface Saying {
        String in(Locale locale);
    }

    /** An argument that reads differently in each language of the product. */
    public static Object inEachLanguage(Saying saying) {
        return Language.ALL.stream().collect(Collectors.toMap(Locale::toLanguageTag, saying::in));
    }
}
