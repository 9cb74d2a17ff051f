package zhangfa.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetTests {

    /** What it is given is gone: it only counts. */
    private static final class Sink extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }

    @Test
    void ofAHundredThousandRowsTheFirstAreGoneBeforeTheLastAreAskedFor() throws IOException {
        var sink = new Sink();
        var sent = new ArrayList<Long>();
        Spreadsheet.workbook(sink, List.of("编号", "金额"), rows -> {
            for (var number = 0; number < 100_000; number++) {
                rows.add("C-" + number, new BigDecimal(number));
                if (number % 10_000 == 0) {
                    sent.add(sink.bytes);
                }
            }
        });
        assertThat(sent).doesNotHaveDuplicates().isSorted();
        assertThat(sink.bytes).isGreaterThan(sent.getLast());
    }
}
