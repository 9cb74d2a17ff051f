package zhangfa.mining.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.log.Column;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;
import zhangfa.mining.log.Variants;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.Reading;

/** What is written and read again is the same log. */
class EventLogOutputTests {

    private static final String ODD = """
            <log>
            <trace><string key="concept:name" value="报销 &lt;1&gt; &amp; &quot;x&quot;"/><float key="limit" value="INF"/>
              <event><string key="concept:name" value="a, b; c&#10;d"/><date key="time:timestamp" value="2024-01-01T08:00:00.123456+08:00"/>
                <date key="start_timestamp" value="2024-01-01T07:00:00+08:00"/><string key="org:resource" value="𠮷野"/><int key="n" value="3"/></event>
              <event><string key="concept:name" value="e"/><boolean key="ok" value="false"/></event>
            </trace>
            <trace><string key="concept:name" value="empty"/></trace>
            </log>
            """;

    private interface Writing {
        void write(EventLog log, OutputStream out, Progress progress) throws IOException;
    }

    private static EventLog again(EventLog log, Writing writing) throws Exception {
        var bytes = new ByteArrayOutputStream();
        writing.write(log, bytes, Progress.NONE);
        return EventLogs.read(new ByteArrayInputStream(bytes.toByteArray()), Reading.USUAL);
    }

    private static EventLog odd() throws Exception {
        return EventLogs.read(new ByteArrayInputStream(ODD.getBytes(UTF_8)), Reading.USUAL);
    }

    private static String told(EventLog log) {
        var told = new StringBuilder();
        for (var i = 0; i < log.cases(); i++) {
            told.append(log.caseName(i)).append(values(log.caseAttributes(), i)).append('\n');
            for (var event = log.first(i); event < log.last(i); event++) {
                told.append("  ")
                        .append(log.activities().get(log.activity(event)))
                        .append(' ')
                        .append(log.start(event));
                told.append(' ').append(log.end(event)).append(' ');
                told.append(log.resource(event) < 0 ? "-" : log.resources().get(log.resource(event)));
                told.append(values(log.eventAttributes(), event)).append('\n');
            }
        }
        return told.toString();
    }

    private static String values(Map<String, Column> columns, int index) {
        var values = new TreeMap<String, String>();
        columns.forEach((key, column) -> {
            var value = column.value(index);
            if (value != null) {
                values.put(key, value.getClass().getSimpleName() + value);
            }
        });
        return values.toString();
    }

    @Test
    void xesKeepsEverything() throws Exception {
        assertThat(told(again(odd(), EventLogOutput::writeXes))).isEqualTo(told(odd()));
    }

    @Test
    void csvKeepsAllEvents() throws Exception {
        var log = again(odd(), EventLogOutput::writeCsv);
        assertThat(log.events()).isEqualTo(2);
        assertThat(log.activities()).isEqualTo(odd().activities());
        assertThat(log.resources()).isEqualTo(odd().resources());
        assertThat(log.end(0)).isEqualTo(odd().end(0));
        assertThat(log.start(0)).isEqualTo(odd().start(0));
        assertThat(log.end(1)).isEqualTo(EventLog.NO_TIME);
    }

    @Test
    void charactersThatXmlCannotHoldAreReplaced() throws Exception {
        var csv = "case,activity\n1,\"a\u0001b\"\n";
        var log = EventLogs.read(new ByteArrayInputStream(csv.getBytes(UTF_8)), Reading.USUAL);
        assertThat(again(log, EventLogOutput::writeXes).activities()).containsExactly("a\ufffdb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08_receipt.xes.gz", "L1_start_complete_overlapping.xes", "xes_20.xes"})
    void realLogsSurviveXes(String name) throws Exception {
        var log = EventLogs.read(ReferenceData.file("logs/" + name), Reading.USUAL);
        assertThat(told(again(log, EventLogOutput::writeXes))).isEqualTo(told(log));
    }

    @ParameterizedTest
    @ValueSource(strings = {"08_receipt.xes.gz", "LoanApp_simplified.csv.gz"})
    void realLogsKeepTheirVariantsInCsv(String name) throws Exception {
        var log = EventLogs.read(ReferenceData.file("logs/" + name), Reading.USUAL);
        assertThat(named(again(log, EventLogOutput::writeCsv).variants())).isEqualTo(named(log.variants()));
    }

    private static Map<List<String>, Integer> named(Variants variants) {
        var named = new HashMap<List<String>, Integer>();
        for (var i = 0; i < variants.size(); i++) {
            var sequence = Arrays.stream(variants.sequences()[i])
                    .mapToObj(variants.activities()::get)
                    .toList();
            named.put(sequence, variants.counts()[i]);
        }
        return named;
    }
}
