package zhangfa.notification.preference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.notification.MessageKind;
import zhangfa.notification.MessageKinds;

/** What people have chosen; who has not chosen gets what each kind's module thinks right. */
@Component
public class Preferences {

    public static final String EMAIL = "email";

    private final JdbcClient jdbc;
    private final List<MessageKind> kinds;

    Preferences(JdbcClient jdbc, List<MessageKinds> kinds) {
        this.jdbc = jdbc;
        this.kinds = kinds.stream()
                .flatMap(of -> of.kinds().stream())
                .sorted(Comparator.comparing(MessageKind::order))
                .toList();
    }

    public List<MessageKind> kinds() {
        return kinds;
    }

    public boolean wants(UUID person, String kind, String channel) {
        return jdbc.sql("select wanted from notification.preference where person = ? and kind = ? and channel = ?")
                .params(person, kind, channel)
                .query(Boolean.class)
                .optional()
                .orElseGet(() -> usual(kind));
    }

    /** Every kind with whether this person wants it by this channel. */
    public Map<String, Boolean> chosen(UUID person, String channel) {
        var chosen = new HashMap<String, Boolean>();
        kinds.forEach(kind -> chosen.put(kind.key(), kind.outside()));
        jdbc.sql("select kind, wanted from notification.preference where person = ? and channel = ?")
                .params(person, channel)
                .query((row, number) -> chosen.replace(row.getString(1), row.getBoolean(2)))
                .list();
        return chosen;
    }

    public Habit habit(UUID person) {
        return jdbc.sql("select language, quiet_from, quiet_to, digest from notification.habit where person = ?")
                .param(person)
                .query((row, number) -> new Habit(
                        Locale.forLanguageTag(row.getString("language")),
                        time(row, "quiet_from"),
                        time(row, "quiet_to"),
                        row.getBoolean("digest")))
                .optional()
                .orElse(Habit.USUAL);
    }

    @Transactional
    public void keep(UUID person, Habit habit, Map<String, Boolean> wanted) {
        jdbc.sql("""
                        insert into notification.habit (person, language, quiet_from, quiet_to, digest) values (?, ?, ?::time, ?::time, ?)
                        on conflict (person) do update set language = excluded.language, quiet_from = excluded.quiet_from,
                            quiet_to = excluded.quiet_to, digest = excluded.digest""")
                .param(person)
                .param(habit.language().toLanguageTag())
                .param(text(habit.quietFrom()))
                .param(text(habit.quietTo()))
                .param(habit.digest())
                .update();
        wanted.forEach((kind, wants) ->
                jdbc.sql("""
                        insert into notification.preference values (?, ?, ?, ?)
                        on conflict (person, kind, channel) do update set wanted = excluded.wanted""").params(person, kind, EMAIL, wants).update());
    }

    private boolean usual(String kind) {
        return kinds.stream().anyMatch(known -> known.key().equals(kind) && known.outside());
    }

    private static @Nullable LocalTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Time.class) == null ? null : row.getObject(column, LocalTime.class);
    }

    private static @Nullable String text(@Nullable LocalTime time) {
        return time == null ? null : time.toString();
    }
}
