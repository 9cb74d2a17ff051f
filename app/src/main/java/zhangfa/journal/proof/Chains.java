package zhangfa.journal.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.journal.Entries;
import zhangfa.journal.Entry;
import zhangfa.journal.Hash;
import zhangfa.journal.Proof;

/** Every entry has the content it was hashed with and stands where it was chained; none is missing between two. */
@Component
class Chains implements Proof {

    private static final int MOST_PROBLEMS = 100;

    private final JdbcTemplate jdbc;

    Chains(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String claim() {
        return "journal.proof.chains";
    }

    @Override
    @Transactional(readOnly = true)
    public Outcome examine() {
        var walk = new Walk();
        var reading = new JdbcTemplate(Objects.requireNonNull(jdbc.getDataSource()));
        reading.setFetchSize(2000);
        reading.query("select * from journal.entry order by stream, seq", row -> {
            walk.take(Entries.read(row));
        });
        return new Outcome(walk.examined, walk.problems);
    }

    /** Goes from entry to entry and remembers where the present chain stands. */
    private static final class Walk {

        private final List<String> problems = new ArrayList<>();
        private long examined;
        private Entry.Head head = new Entry.Head(new UUID(0, 0), 0, Hash.NONE);

        void take(Entry entry) {
            examined++;
            if (!entry.stream().equals(head.stream())) {
                head = Entry.Head.of(entry.stream());
            }
            if (entry.seq() != head.seq() + 1) {
                say(entry, "an entry before it is missing");
            } else if (!entry.previousHash().equals(head.hash())) {
                say(entry, "it is not chained to the entry before it");
            }
            if (!entry.isGenuine()) {
                say(entry, "its content is not what was hashed");
            }
            head = entry.head();
        }

        private void say(Entry entry, String what) {
            if (problems.size() < MOST_PROBLEMS) {
                problems.add("entry %d of stream %s: %s".formatted(entry.seq(), entry.stream(), what));
            }
        }
    }
}
