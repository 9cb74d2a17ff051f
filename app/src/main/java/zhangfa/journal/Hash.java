package zhangfa.journal;

import java.util.HexFormat;

/** Bytes of a hash or a salt, written in hexadecimal. */
public record Hash(String hex) {

    /** Before the first entry of a chain. */
    public static final Hash NONE = new Hash("");

    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /** As PostgreSQL reads a bytea. */
    public String bytea() {
        return "\\x" + hex;
    }

    @Override
    public String toString() {
        return hex;
    }
}
