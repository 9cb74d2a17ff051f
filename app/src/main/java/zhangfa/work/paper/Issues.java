package zhangfa.work.paper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.journal.Entry;
import zhangfa.journal.Journal;
import zhangfa.process.CaseFile;

/** Where it is kept what papers say; a paper is found by the code that is printed on it, of which only a digest is kept. */
@Component
@Transactional
class Issues {

    private static final int BYTES = 16;
    private static final int LONGEST_JOURNAL = 100_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Journal journal;
    private final Clock clock;

    Issues(JdbcClient database, Journal journal, Clock clock) {
        this.database = database;
        this.journal = journal;
        this.clock = clock;
    }

    /** A paper and its code: 128 bits that nobody guesses. */
    record Issued(Issue issue, String code) {}

    Issued issue(CaseFile file, UUID who) {
        var last = journal.of(file.id(), 0, LONGEST_JOURNAL).getLast();
        var code = code();
        var issue = new Issue(
                file.id(),
                file.number(),
                file.title(),
                file.processName(),
                file.status(),
                last.seq(),
                hex(last),
                clock.instant());
        database.sql("""
                        insert into work.issue (code, case_id, number, title, process, status, seq, hash, issued_at, issued_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        digest(code),
                        issue.caseId(),
                        issue.number(),
                        issue.title(),
                        issue.process(),
                        issue.status(),
                        issue.seq(),
                        issue.hash(),
                        Timestamp.from(issue.at()),
                        who)
                .update();
        return new Issued(issue, code);
    }

    @Transactional(readOnly = true)
    Optional<Issue> find(String code) {
        return database.sql("select * from work.issue where code = ?")
                .param(digest(code))
                .query((row, number) -> new Issue(
                        row.getObject("case_id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("process"),
                        row.getString("status"),
                        row.getInt("seq"),
                        row.getString("hash"),
                        row.getTimestamp("issued_at").toInstant()))
                .optional();
    }

    Comparison compared(Issue issue) {
        var entries = journal.of(issue.caseId(), 0, issue.seq() + 1);
        var whole = entries.size() >= issue.seq();
        var same = whole
                && entries.stream().limit(issue.seq()).allMatch(Entry::isGenuine)
                && hex(entries.get(issue.seq() - 1)).equals(issue.hash());
        return new Comparison(same, entries.size() > issue.seq());
    }

    private static String hex(Entry entry) {
        return HexFormat.of().formatHex(entry.hash().bytes());
    }

    private static String code() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] digest(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
