package zhangfa.journal.proof;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import zhangfa.journal.Hash;

/** A signature over everything recorded since the seal before it, chained to that one. */
record Seal(
        int number,
        Instant sealedAt,
        Instant through,
        long entries,
        Hash digest,
        Hash previousHash,
        Hash hash,
        Hash signature) {

    /** What is hashed: everything that the seal says, and the seal before. */
    byte[] content() {
        var digests = digest.bytes();
        var previous = previousHash.bytes();
        return ByteBuffer.allocate(4 + 8 + 8 + 8 + digests.length + previous.length)
                .putInt(number)
                .putLong(micros(sealedAt))
                .putLong(micros(through))
                .putLong(entries)
                .put(digests)
                .put(previous)
                .array();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    static Seal read(ResultSet row, int rowNumber) throws SQLException {
        return new Seal(
                row.getInt("number"),
                row.getObject("sealed_at", Timestamp.class).toInstant(),
                row.getObject("through", Timestamp.class).toInstant(),
                row.getLong("entries"),
                Hash.of(row.getBytes("digest")),
                Hash.of(row.getBytes("previous_hash")),
                Hash.of(row.getBytes("hash")),
                Hash.of(row.getBytes("signature")));
    }
}
