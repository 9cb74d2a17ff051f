package zhangfa.journal.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.journal.Happening;
import zhangfa.journal.Journal;
import zhangfa.journal.Proof;

/** Whatever is done to the journal behind its back is found out; what the law allows to erase is no damage. */
@SpringBootTest
@Transactional
class ProofTests {

    @Autowired
    private Journal journal;

    @Autowired
    private List<Proof> proofs;

    @Autowired
    private Sealing sealing;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    @Test
    void anUntouchedStreamIsProven() {
        write(3);
        assertThat(problemsOf("journal.proof.chains")).isEmpty();
        assertThat(problemsOf("journal.proof.heads")).isEmpty();
    }

    @Test
    void changedDataIsFound() {
        var stream = write(3);
        behindItsBack("update journal.entry set data = '{\"amount\":1}' where seq = 2 and stream = :stream", stream);
        assertThat(problemsOf("journal.proof.chains")).anyMatch(said -> said.contains("entry 2 of stream " + stream));
    }

    @Test
    void aChangedActorIsFound() {
        var stream = write(2);
        behindItsBack("update journal.entry set actor = gen_random_uuid() where seq = 1 and stream = :stream", stream);
        assertThat(problemsOf("journal.proof.chains")).anyMatch(said -> said.contains("entry 1 of stream " + stream));
    }

    @Test
    void aRemovedEntryIsFound() {
        var stream = write(3);
        behindItsBack("delete from journal.entry where seq = 2 and stream = :stream", stream);
        assertThat(problemsOf("journal.proof.chains")).anyMatch(said -> said.contains("missing"));
    }

    @Test
    void aStreamThatWasCutOffIsFound() {
        var stream = write(3);
        behindItsBack("delete from journal.entry where seq = 3 and stream = :stream", stream);
        assertThat(problemsOf("journal.proof.heads")).isNotEmpty();
    }

    @Test
    void erasedDataStillVerifies() {
        var stream = write(2);
        jdbc.sql("update journal.entry set data = null, salt = null where stream = :stream")
                .param("stream", stream)
                .update();
        assertThat(problemsOf("journal.proof.chains")).isEmpty();
    }

    @Test
    void theDatabaseItselfRefusesChanges() {
        var stream = write(1);
        assertThatThrownBy(() -> jdbc.sql("update journal.entry set kind = 'other' where stream = :stream")
                        .param("stream", stream)
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void aStreamThatWasRemovedWholeIsFoundByTheSealOverIt() {
        var stream = write(2);
        sealing.sealThrough(clock.instant().plusSeconds(1));
        assertThat(problemsOf("journal.proof.seals")).isEmpty();
        behindItsBack("delete from journal.entry where stream = :stream", stream);
        jdbc.sql("delete from journal.stream where id = :stream")
                .param("stream", stream)
                .update();
        assertThat(problemsOf("journal.proof.chains")).isEmpty();
        assertThat(problemsOf("journal.proof.heads")).isEmpty();
        assertThat(problemsOf("journal.proof.seals")).isNotEmpty();
    }

    private UUID write(int entries) {
        var name = UUID.randomUUID().toString();
        for (int i = 0; i < entries; i++) {
            journal.append("test", name, new Happening(clock.instant(), null, null, "tested", null, null, "{}"));
        }
        return jdbc.sql("select id from journal.stream where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private void behindItsBack(String sql, UUID stream) {
        jdbc.sql("alter table journal.entry disable trigger entry_is_append_only")
                .update();
        jdbc.sql(sql).param("stream", stream).update();
        jdbc.sql("alter table journal.entry enable trigger entry_is_append_only")
                .update();
    }

    private List<String> problemsOf(String claim) {
        return proofs.stream()
                .filter(proof -> proof.claim().equals(claim))
                .findFirst()
                .orElseThrow()
                .examine()
                .problems();
    }
}
