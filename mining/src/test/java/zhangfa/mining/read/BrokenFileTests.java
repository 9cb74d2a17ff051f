package zhangfa.mining.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;

/** Whatever is wrong with a file is refused with its place, and costs little to find out. */
class BrokenFileTests {

    private static final String TRACE = """
            <log>
              <trace><string key="concept:name" value="1"/>
                <event><string key="concept:name" value="a"/><date key="time:timestamp" value="2024-01-01T00:00:00Z"/></event>
              </trace>
            </log>
            """;

    private static EventLog read(byte[] content) throws IOException, LogRefused {
        return EventLogs.read(new ByteArrayInputStream(content), Reading.USUAL);
    }

    private static LogRefused refusal(String content) {
        return catchThrowableOfType(LogRefused.class, () -> read(content.getBytes(UTF_8)));
    }

    @Test
    void aFileThatEndsTooEarlyIsRefusedAtItsEnd() {
        var refusal = refusal(TRACE.substring(0, TRACE.indexOf("</trace>")));
        assertThat(refusal.reasonCode()).isEqualTo("not-xml");
        assertThat(refusal.line()).isEqualTo(4);
    }

    @Test
    void aPackedFileThatEndsTooEarlyIsRefused() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(TRACE.getBytes(UTF_8));
        }
        var bytes = packed.toByteArray();
        for (var length = 0; length < bytes.length; length++) {
            var start = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> read(start)).isInstanceOf(LogRefused.class);
        }
        bytes[bytes.length / 2] ^= 0x55;
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(LogRefused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2024-02-30T00:00:00Z",
                "2024-01-01T25:00:00Z",
                "2024-01-01T00:00:00+99:00",
                "2024-01-01T00:00:00Zebra"
            })
    void aWrongDateIsNamedWithItsPlace(String date) {
        var refusal = refusal(TRACE.replace("2024-01-01T00:00:00Z", date));
        assertThat(refusal.reasonCode()).isEqualTo("not-a-time");
        assertThat(refusal.line()).isEqualTo(3);
        assertThat(refusal).hasMessageContaining("'" + date + "' is not a time");
    }

    @Test
    void aNumberThatIsNoneIsNamed() {
        var refusal = refusal(TRACE.replace("<event>", "<event><int key='cost' value='dear'/>"));
        assertThat(refusal.reasonCode()).isEqualTo("not-a-value");
        assertThat(refusal).hasMessageContaining("'dear' is no int");
    }

    @Test
    void entitiesAreNeverExpanded() {
        var bomb = """
                <!DOCTYPE log [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
                """;
        assertThat(refusal(bomb + TRACE.replace("value=\"a\"", "value=\"&b;\"")).reasonCode())
                .isEqualTo("not-xml");
        assertThat(refusal(bomb + TRACE.replace("value=\"a\"", "value=\"&c;\"")).reasonCode())
                .isEqualTo("not-xml");
        assertThat(refusal(bomb + TRACE.replace("<event>", "<event>&b;")).reasonCode())
                .isIn("entity", "not-xml");
    }

    @ParameterizedTest
    @CsvSource({
        "'<log><trace><event><string key=\"concept:name\" value=\"', a, too-long",
        "'case,activity\n1,', a, too-long",
        "'case,activity\n1,\"', a, too-long",
        "'<log>', <a>, too-deep",
        "'<log><!-- ', x, too-long",
        "'<log><![CDATA[', '<a', too-long",
        "'<log><?a ', '<a', too-long",
        "'', ',', row-length"
    })
    void aThousandMillionBytesWithoutEndAreNotTakenIn(String start, String again, String reason) {
        var endless = new SequenceInputStream(new ByteArrayInputStream(start.getBytes(UTF_8)), new Repeated(again));
        var refusal = catchThrowableOfType(LogRefused.class, () -> EventLogs.read(endless, Reading.USUAL));
        assertThat(refusal.reasonCode()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<log><events><event id='e' type='a' time='2024-01-01'><attributes><attribute name='n'> | x | too-long",
                "<log><events><event id='e' type='a' time='2024-01-01'><attributes><attribute name='n'><![CDATA[ | <a | too-long",
                "<log><events><event id='e' type='a' time='2024-01-01'><attributes><attribute name='n'> | <b> | not-xml",
                "<log><events> | <event> | no-attribute",
                "{\"events\":[{\"id\":\" | x | too-long",
                "{\"x\": | {\"a\": | too-deep",
                "{\"events\":[{\"type\": | 1 | too-long",
                "{\" | x | too-long"
            })
    void norIsAnObjectCentricFileWithoutEnd(String start, String again, String reason) {
        var endless = new SequenceInputStream(new ByteArrayInputStream(start.getBytes(UTF_8)), new Repeated(again));
        var refusal = catchThrowableOfType(LogRefused.class, () -> ObjectLogs.read(endless, Progress.NONE));
        assertThat(refusal.reasonCode()).isEqualTo(reason);
    }

    @Test
    void otherXmlIsNoEventLog() {
        assertThat(refusal("<html><body/></html>").reasonCode()).isEqualTo("not-xes");
        assertThat(refusal("").reasonCode()).isEqualTo("empty-file");
    }

    @Test
    void aRowThatDoesNotFitItsHeadingIsNamed() {
        var refusal = refusal("case,activity,timestamp\n1,\"a\nb\",2024-01-01\n1,a\n");
        assertThat(refusal.reasonCode()).isEqualTo("row-length");
        assertThat(refusal.line()).isEqualTo(4);
    }

    @Test
    void aQuoteThatNeverClosesIsNamedWhereItsRowBegins() {
        var refusal = refusal("case,activity\n1,a\n2,\"b\n3,c\n");
        assertThat(refusal.reasonCode()).isEqualTo("truncated");
        assertThat(refusal.line()).isEqualTo(3);
    }

    @Test
    void aFileInAnotherEncodingIsRefused() throws IOException {
        assertThatThrownBy(() -> read("case,activity\n1,a\n".getBytes(java.nio.charset.StandardCharsets.UTF_16)))
                .isInstanceOf(LogRefused.class)
                .hasMessageContaining("UTF-16");
        var chinese = "case,activity\n1,报销\n".getBytes(java.nio.charset.Charset.forName("GBK"));
        assertThatThrownBy(() -> read(chinese)).isInstanceOf(LogRefused.class).hasMessageContaining("line 2");
    }

    @Test
    void whoFollowsMayEndAReading() {
        var endless = new SequenceInputStream(
                new ByteArrayInputStream("case,activity\n".getBytes(UTF_8)), new Repeated("1,a\n"));
        assertThatThrownBy(() -> EventLogs.read(endless, Reading.USUAL.followedBy((bytes, all) -> bytes < 1_000_000)))
                .isInstanceOf(CancellationException.class);
        var xes = new SequenceInputStream(
                new ByteArrayInputStream("<log>".getBytes(UTF_8)), new Repeated("<trace></trace>"));
        assertThatThrownBy(() -> EventLogs.read(xes, Reading.USUAL.followedBy((bytes, all) -> bytes < 1_000_000)))
                .isInstanceOf(CancellationException.class);
    }

    /** A thousand million bytes, all alike. */
    private static final class Repeated extends InputStream {

        private final byte[] text;
        private long at;

        Repeated(String text) {
            this.text = text.getBytes(UTF_8);
        }

        @Override
        public int read() {
            return at >= 1_000_000_000L ? -1 : text[(int) (at++ % text.length)];
        }
    }
}
