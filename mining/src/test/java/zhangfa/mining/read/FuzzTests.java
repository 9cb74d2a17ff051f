package zhangfa.mining.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.log.Progress;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.statistics.DirectlyFollows;
import zhangfa.mining.statistics.Durations;

/** Damaged files end in a log or in a refusal that says why; nothing else, and always. */
@Timeout(120) // only a net: a reader that hangs would otherwise hang the suite
class FuzzTests {

    private static final int LONGEST = 20_000;
    private static final String XES = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1.0" xmlns="http://www.xes-standard.org/">
              <extension name="Concept" prefix="c" uri="http://www.xes-standard.org/concept.xesext"/>
              <global scope="event"><string key="c:name" value="?"/></global>
              <classifier name="All" keys="c:name lifecycle:transition"/>
              <trace><string key="c:name" value="报销 &amp; 1"/><float key="amount" value="1.5"/>
                <event><string key="c:name" value="a"/><date key="time:timestamp" value="2024-01-01T08:00:00.123+08:00"/>
                  <string key="org:resource" value="李雷"/><int key="n" value="3"><string key="in" value="x"/></int></event>
                <event><string key="c:name" value="b"/><boolean key="ok" value="true"/><list key="l"><values/></list></event>
              </trace>
              <trace/>
            </log>
            """;
    private static final String CSV = """
            case;activity;timestamp;start;resource;case:amount;note
            1;a;2024-01-01 08:00:00;2024-01-01 07:30;李雷;1.5;"x; ""y""
            z"
            2;b;2024/01/02T08:00:00.5+08:00;;;7;
            """;
    private static final List<String> TOKENS = List.of(
            "<",
            ">",
            "\"",
            "'",
            "&",
            "&lol;",
            "&#0;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<!DOCTYPE log [<!ENTITY lol 'x'>]>",
            "</event>",
            "</trace>",
            "<event>",
            "<trace>",
            "</log>",
            "\n",
            "\r",
            ",",
            ";",
            "\t",
            "\0",
            "\ufeff",
            "é",
            "2024-01-01",
            "-",
            "99999999999999999999",
            "NaN",
            "\u0001");

    @Test
    void damagedFilesEndInALogOrARefusal() throws IOException {
        damage(
                List.of(XES.getBytes(UTF_8), CSV.getBytes(UTF_8), packed(XES.getBytes(UTF_8))),
                20_000,
                FuzzTests::events);
    }

    @Test
    void damagedRealFilesEndInALogOrARefusal() throws IOException {
        var files = new ArrayList<byte[]>();
        for (var name : List.of(
                "running-example.xes",
                "L1_start_complete_overlapping.xes",
                "xes_20.xes",
                "11_tickets.xes.gz",
                "reviewing.xes")) {
            files.add(start(Files.readAllBytes(ReferenceData.file("logs/" + name))));
        }
        try (var csv =
                new GZIPInputStream(Files.newInputStream(ReferenceData.file("logs/LoanApp_simplified.csv.gz")))) {
            files.add(start(csv.readAllBytes()));
        }
        damage(files, 3_000, FuzzTests::events);
    }

    @Test
    void damagedObjectCentricFilesEndInALogOrARefusal() throws Exception {
        var files = new ArrayList<byte[]>();
        for (var name : List.of(
                "example_log.jsonocel", "example_log.xmlocel", "ocel20_example.jsonocel", "ocel20_example.xmlocel")) {
            files.add(Files.readAllBytes(ReferenceData.file("ocel/" + name)));
        }
        damage(files, 3_000, content -> objects(ObjectLogs.read(new ByteArrayInputStream(content), Progress.NONE)));
    }

    @Test
    void damagedDatabasesEndInALogOrARefusal(@TempDir Path folder) throws Exception {
        var file = folder.resolve("log.sqlite");
        var files = new ArrayList<byte[]>();
        for (var name : List.of("newocel.sqlite", "ocel20_example.sqlite")) {
            files.add(Files.readAllBytes(ReferenceData.file("ocel/" + name)));
        }
        damage(files, 800, content -> {
            Files.write(file, content);
            objects(ObjectLogs.read(file, Progress.NONE));
        });
    }

    private static void objects(ObjectLog log) {
        for (var type : log.objectsPerType().keySet()) {
            assertThat(log.flattened(type).cases())
                    .isLessThanOrEqualTo(log.objects().size());
        }
    }

    private static void events(byte[] content) throws IOException, LogRefused {
        var log = EventLogs.read(new ByteArrayInputStream(content), Reading.USUAL);
        assertThat(log.variants().cases()).isEqualTo(log.cases());
        assertThat(DirectlyFollows.of(log).edges())
                .isEqualTo(DirectlyFollows.of(log.variants()).edges());
        assertThat(Durations.ofCases(log).min()).isNotNegative();
    }

    private static byte[] start(byte[] content) {
        return Arrays.copyOf(content, Math.min(content.length, LONGEST));
    }

    private static byte[] packed(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private interface Reader {
        void read(byte[] content) throws IOException, LogRefused;
    }

    private static void damage(List<byte[]> files, int times, Reader reader) throws IOException {
        var random = new Random(7);
        var logs = 0;
        var refusals = 0;
        for (var i = 0; i < times; i++) {
            var content = files.get(i % files.size());
            for (var wound = random.nextInt(4); wound >= 0; wound--) {
                content = damaged(content, random);
            }
            try {
                reader.read(content);
                logs++;
            } catch (LogRefused e) {
                assertThat(e.getMessage()).doesNotEndWith("null").doesNotContain("Exception");
                refusals++;
            }
        }
        assertThat(logs).isPositive();
        assertThat(refusals).isPositive();
    }

    private static byte[] damaged(byte[] content, Random random) {
        if (content.length == 0) {
            return content;
        }
        var at = random.nextInt(content.length);
        var to = Math.min(content.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
        return switch (random.nextInt(6)) {
            case 0 -> changed(content, at, (byte) random.nextInt(256));
            case 1 -> changed(content, at, (byte) (content[at] ^ 1 << random.nextInt(8)));
            case 2 -> joined(content, at, new byte[0], to);
            case 3 -> joined(content, to, Arrays.copyOfRange(content, at, to), to);
            case 4 ->
                joined(content, at, TOKENS.get(random.nextInt(TOKENS.size())).getBytes(UTF_8), at);
            default -> random.nextInt(4) == 0 ? Arrays.copyOf(content, at) : content;
        };
    }

    private static byte[] changed(byte[] content, int at, byte value) {
        var changed = content.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] joined(byte[] content, int until, byte[] middle, int from) {
        var joined = new ByteArrayOutputStream();
        joined.write(content, 0, until);
        joined.writeBytes(middle);
        joined.write(content, from, content.length - from);
        return joined.toByteArray();
    }
}
