package zhangfa.notification.wording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.ui.Language;

/** Puts messages as they are kept into a language. */
@Component
public class Speaking {

    /** Of {@code notification.message m} and {@code notification.notice n}. */
    public static final String COLUMNS =
            "m.id, m.kind, m.urgency, m.words, m.arguments, m.remark, m.link, m.case_id, m.at, m.items, n.read_at, n.acknowledged_at,"
                    + " exists (select 1 from notification.climb b where b.message = m.id and b.person = n.person) as climbs";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MessageSource messages;

    Speaking(MessageSource messages) {
        this.messages = messages;
    }

    /** Reads rows of {@link #COLUMNS}. */
    public RowMapper<Spoken> in(Locale locale) {
        return (row, number) -> spoken(row, locale);
    }

    private Spoken spoken(ResultSet row, Locale locale) throws SQLException {
        var words = row.getString("words");
        var arguments = arguments(row.getString("arguments"), locale);
        var readAt = row.getObject("read_at", Timestamp.class);
        return new Spoken(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("urgency").equals("urgent"),
                messages.getMessage(words, arguments, locale),
                messages.getMessage(words + ".text", arguments, locale),
                row.getString("remark"),
                row.getString("link"),
                row.getObject("case_id", UUID.class),
                row.getObject("at", Timestamp.class).toInstant(),
                readAt == null ? null : readAt.toInstant(),
                items(row.getString("items"), locale),
                acknowledgement(row));
    }

    private static Spoken.@Nullable Acknowledgement acknowledgement(ResultSet row) throws SQLException {
        if (!row.getBoolean("climbs")) {
            return null;
        }
        var at = row.getObject("acknowledged_at", Timestamp.class);
        return new Spoken.Acknowledgement(at == null ? null : at.toInstant());
    }

    private static List<Spoken.Item> items(@Nullable String kept, Locale locale) {
        return kept == null
                ? List.of()
                : JSON.readTree(kept)
                        .valueStream()
                        .map(item -> item(item, locale))
                        .toList();
    }

    private static Spoken.Item item(JsonNode kept, Locale locale) {
        return new Spoken.Item(
                text(kept.path("title"), locale),
                kept.path("link").asString(null),
                text(kept.path("note"), locale),
                kept.path("basis").valueStream().map(link -> link(link, locale)).toList(),
                kept.path("action").isObject() ? link(kept.path("action"), locale) : null);
    }

    private static Spoken.Link link(JsonNode kept, Locale locale) {
        return new Spoken.Link(
                text(kept.path("label"), locale), kept.path("path").asString());
    }

    private static Object[] arguments(String kept, Locale locale) {
        return JSON.readTree(kept)
                .valueStream()
                .<Object>map(value -> value.isNumber() ? value.numberValue() : text(value, locale))
                .toArray();
    }

    private static String text(JsonNode value, Locale locale) {
        return value.isObject()
                ? value.path(locale.toLanguageTag())
                        .asString(value.path(Language.CHINA.toLanguageTag()).asString(""))
                : value.asString();
    }
}
