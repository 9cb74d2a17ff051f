package zhangfa.notification.preference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.notification.Ladder;
import zhangfa.notification.LadderChanged;
import zhangfa.notification.MessageKind;

/** How urgent notices of each kind climb: as an administrator has set it, else as the kind's module thinks right. */
@Component
public class Ladders {

    private static final int LONGEST = 1440;

    private final Preferences preferences;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Ladders(Preferences preferences, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.preferences = preferences;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Empty for kinds that do not climb. */
    public Optional<Ladder> of(String kind) {
        return usual(kind)
                .map(usual -> jdbc.sql("select minutes, rungs from notification.ladder where kind = ?")
                        .param(kind)
                        .query((row, number) -> new Ladder(row.getInt("minutes"), List.of((String[])
                                row.getArray("rungs").getArray())))
                        .optional()
                        .orElse(usual));
    }

    /** Of every kind that climbs. */
    public Map<String, Ladder> all() {
        var ladders = new HashMap<String, Ladder>();
        kinds().forEach(kind -> of(kind).ifPresent(ladder -> ladders.put(kind, ladder)));
        return ladders;
    }

    /** For notices that are raised or climb from now on; rungs in any order, they are climbed in the usual one. */
    @Transactional
    public void set(String kind, int minutes, List<String> rungs, Account who) {
        if (usual(kind).isEmpty()) {
            throw Refusal.notThere();
        }
        if (minutes < 1 || minutes > LONGEST) {
            throw Refusal.invalid("/minutes", "{notification.ladder.minutes-wrong}");
        }
        if (rungs.isEmpty() || !Ladder.RUNGS.containsAll(rungs)) {
            throw Refusal.invalid("/rungs", rungs.isEmpty() ? "{form.required}" : "{form.enum}");
        }
        var ordered = Ladder.RUNGS.stream().filter(rungs::contains).toList();
        jdbc.sql("""
                        insert into notification.ladder values (?, ?, ?)
                        on conflict (kind) do update set minutes = excluded.minutes, rungs = excluded.rungs""").params(kind, minutes, ordered.toArray(String[]::new)).update();
        events.publishEvent(new LadderChanged(kind, minutes, ordered, who.id()));
    }

    private Stream<String> kinds() {
        return preferences.kinds().stream()
                .filter(kind -> kind.ladder() != null)
                .map(MessageKind::key);
    }

    private Optional<Ladder> usual(String kind) {
        return preferences.kinds().stream()
                .filter(known -> known.key().equals(kind))
                .map(MessageKind::ladder)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
