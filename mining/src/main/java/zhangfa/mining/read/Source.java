package zhangfa.mining.read;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;

/** The bytes of a file, unpacked where they are gzip by content, counted for whoever watches. */
final class Source {

    private static final int PIECE = 1 << 16;

    private Source() {}

    static InputStream open(InputStream in, Watch watch) throws IOException {
        var buffered = new BufferedInputStream(new Counted(in, watch), PIECE);
        buffered.mark(2);
        var packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(buffered, PIECE), PIECE) : buffered;
    }

    /** What the first byte that says something is; -1 for an empty file. Marks and resets, so that nothing is lost. */
    static int firstCharacter(InputStream in) throws IOException {
        in.mark(4096);
        try {
            for (var i = 0; i < 4096; i++) {
                var next = in.read();
                if (next == -1 || (next > ' ' && next != 0xef && next != 0xbb && next != 0xbf)) {
                    return next;
                }
            }
            return ' ';
        } finally {
            in.reset();
        }
    }

    private static final class Counted extends FilterInputStream {

        private final Watch watch;
        private long bytes;

        Counted(InputStream in, Watch watch) {
            super(in);
            this.watch = watch;
        }

        @Override
        public int read() throws IOException {
            var next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var read = super.read(into, from, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            bytes += read;
            if (!watch.goesOn(bytes)) {
                throw new CancellationException("Reading was ended after " + bytes + " bytes");
            }
        }
    }
}
