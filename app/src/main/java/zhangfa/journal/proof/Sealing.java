package zhangfa.journal.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.journal.Hash;
import zhangfa.journal.Proof;
import zhangfa.secret.MasterKey;

/**
 * Seals the journal every night with a key that is not in the database (Ed25519, RFC 8032), and proves the seals. Whoever
 * could rewrite rows, chains and heads together would still have to forge the signatures.
 */
@Component
class Sealing implements Proof {

    /** Longer than any transaction takes between noting its time and committing. */
    private static final Duration SETTLED = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final JdbcTemplate rows;
    private final MasterKey masterKey;
    private final Clock clock;

    Sealing(JdbcClient jdbc, JdbcTemplate rows, MasterKey masterKey, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    @Transactional
    void seal() {
        sealThrough(clock.instant().minus(SETTLED));
    }

    @Transactional
    void sealThrough(Instant moment) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('journal.seal'))")
                .query()
                .listOfRows();
        var seals = seals();
        var from = seals.isEmpty() ? Instant.EPOCH : seals.getLast().through();
        var through = moment.truncatedTo(ChronoUnit.MICROS);
        var covered = covered(from, through);
        if (covered.entries() == 0) {
            return;
        }
        var bare = new Seal(
                seals.size() + 1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                through,
                covered.entries(),
                covered.digest(),
                seals.isEmpty() ? Hash.NONE : seals.getLast().hash(),
                Hash.NONE,
                Hash.NONE);
        keep(bare, hash(bare));
    }

    @Override
    public String claim() {
        return "journal.proof.seals";
    }

    @Override
    @Transactional(readOnly = true)
    public Outcome examine() {
        var problems = new ArrayList<String>();
        var from = Instant.EPOCH;
        var previous = Hash.NONE;
        var seals = seals();
        for (var seal : seals) {
            var covered = covered(from, seal.through());
            if (!covered.digest().equals(seal.digest()) || covered.entries() != seal.entries()) {
                problems.add(
                        "seal %d: the entries it covers were changed, removed or added to".formatted(seal.number()));
            }
            if (!seal.previousHash().equals(previous) || !hash(seal).equals(seal.hash())) {
                problems.add("seal %d: it is not the one that followed the seal before it".formatted(seal.number()));
            }
            if (!isSigned(seal)) {
                problems.add("seal %d: its signature is not by this installation's key".formatted(seal.number()));
            }
            from = seal.through();
            previous = seal.hash();
        }
        return new Outcome(seals.size(), problems);
    }

    private record Covered(long entries, Hash digest) {}

    private Covered covered(Instant after, Instant through) {
        var sha = sha256();
        var reading = new JdbcTemplate(Objects.requireNonNull(rows.getDataSource()));
        reading.setFetchSize(5000);
        var entries = new long[1];
        reading.query(
                "select hash from journal.entry where recorded_at > ? and recorded_at <= ? order by stream, seq",
                row -> {
                    sha.update(row.getBytes(1));
                    entries[0]++;
                },
                Timestamp.from(after),
                Timestamp.from(through));
        return new Covered(entries[0], Hash.of(sha.digest()));
    }

    private void keep(Seal seal, Hash hash) {
        jdbc.sql(
                        "insert into journal.seal values (:number, :sealed, :through, :entries, :digest, :previous, :hash, :signature)")
                .param("number", seal.number())
                .param("sealed", Timestamp.from(seal.sealedAt()))
                .param("through", Timestamp.from(seal.through()))
                .param("entries", seal.entries())
                .param("digest", seal.digest().bytes())
                .param("previous", seal.previousHash().bytes())
                .param("hash", hash.bytes())
                .param("signature", sign(hash))
                .update();
    }

    private List<Seal> seals() {
        return jdbc.sql("select * from journal.seal order by number")
                .query(Seal::read)
                .list();
    }

    private static Hash hash(Seal seal) {
        return Hash.of(sha256().digest(seal.content()));
    }

    private byte[] sign(Hash hash) {
        var signer = new Ed25519Signer();
        signer.init(true, key());
        signer.update(hash.bytes(), 0, hash.bytes().length);
        return signer.generateSignature();
    }

    private boolean isSigned(Seal seal) {
        var verifier = new Ed25519Signer();
        verifier.init(false, key().generatePublicKey());
        verifier.update(seal.hash().bytes(), 0, seal.hash().bytes().length);
        return verifier.verifySignature(seal.signature().bytes());
    }

    private Ed25519PrivateKeyParameters key() {
        return new Ed25519PrivateKeyParameters(masterKey.derived("journal.seal"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
