package zhangfa.mining.read;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import zhangfa.mining.log.Progress;

/** The bytes of a file, unpacked where they are gzip by content, counted for whoever follows. */
final class Source {

    private static final int PIECE = 1 << 16;
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private Source() {}

    /** @param length of the file, or {@link Progress#UNKNOWN} */
    static InputStream open(InputStream in, long length, Progress progress) throws IOException {
        var buffered = new BufferedInputStream(new Counted(in, length, progress), PIECE);
        buffered.mark(2);
        var packed = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return packed ? new BufferedInputStream(new GZIPInputStream(buffered, PIECE), PIECE) : buffered;
    }

    /** Whether a database follows. Marks and resets, so that nothing is lost. */
    static boolean beginsAsSqlite(InputStream in) throws IOException {
        in.mark(SQLITE.length);
        try {
            return Arrays.equals(in.readNBytes(SQLITE.length), SQLITE);
        } finally {
            in.reset();
        }
    }

    /** How long a file is; a pipe does not know. */
    static long length(Path file) throws IOException {
        return Files.isRegularFile(file) ? Files.size(file) : Progress.UNKNOWN;
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

        private final long length;
        private final Progress progress;
        private long bytes;

        Counted(InputStream in, long length, Progress progress) {
            super(in);
            this.length = length;
            this.progress = progress;
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
            progress.tell(bytes, length);
        }
    }
}
