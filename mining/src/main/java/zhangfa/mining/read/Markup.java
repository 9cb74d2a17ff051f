package zhangfa.mining.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of XML on their way to the parser, refused where one tag or text is so long that only memory could hold it. */
final class Markup extends FilterInputStream {

    private static final int LONGEST = 1 << 22;

    private long since;

    Markup(InputStream in) {
        super(in);
    }

    /** A tag or text begins, as far as the parser has come. */
    void begin() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        var read = super.read(into, from, length);
        since += Math.max(read, 0);
        if (since > LONGEST) {
            throw new TooLong();
        }
        return read;
    }

    /** Told apart from other failures of input, because it is the content that is wrong. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;
    }
}
