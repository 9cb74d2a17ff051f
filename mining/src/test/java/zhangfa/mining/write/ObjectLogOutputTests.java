package zhangfa.mining.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.mining.ReferenceData;
import zhangfa.mining.log.Progress;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.ocel.ObjectLog.LogEvent;
import zhangfa.mining.ocel.ObjectLog.LogObject;
import zhangfa.mining.ocel.ObjectLog.LogType;
import zhangfa.mining.ocel.ObjectLog.Relation;
import zhangfa.mining.ocel.ObjectLog.Value;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.ObjectLogs;
import zhangfa.mining.read.Reading;
import zhangfa.mining.statistics.DirectlyFollows;

/** Object-centric logs are written as the standard wants them, and read again as the same, in each of its three forms. */
class ObjectLogOutputTests {

    private static final Instant NOON = Instant.parse("2024-01-01T12:00:00Z");

    @TempDir
    Path folder;

    private interface Writing {
        void write(ObjectLog log, OutputStream out, Progress progress) throws IOException;
    }

    private Path written(ObjectLog log, Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writing.write(log, bytes, Progress.NONE);
        return Files.write(folder.resolve("log" + folder.toFile().list().length), bytes.toByteArray());
    }

    private Path json(ObjectLog log) throws Exception {
        var file = written(log, ObjectLogOutput::writeJson);
        validJson(file);
        return file;
    }

    private Path xml(ObjectLog log) throws Exception {
        var file = written(log, ObjectLogOutput::writeXml);
        validXml(Files.readString(file));
        return file;
    }

    private Path sqlite(ObjectLog log) throws Exception {
        var file = folder.resolve("log" + folder.toFile().list().length + ".sqlite");
        ObjectLogOutput.writeSqlite(log, file, Progress.NONE);
        validSqlite(file);
        return file;
    }

    private static ObjectLog read(Path file) throws Exception {
        return ObjectLogs.read(file, Progress.NONE);
    }

    /** The same with values in the order of time, as tables give them. */
    private static ObjectLog inOrder(ObjectLog log) {
        var objects = new ArrayList<LogObject>();
        for (var object : log.objects()) {
            var values = new ArrayList<>(object.values());
            values.sort(Comparator.comparing(Value::from).thenComparing(Value::attribute));
            objects.add(new LogObject(object.id(), object.type(), values, object.relations()));
        }
        return new ObjectLog(log.objectTypes(), log.eventTypes(), objects, log.events());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ocel20_example.jsonocel",
                "ocel20_example.xmlocel",
                "ocel20_example.sqlite",
                "example_log.xmlocel",
                "newocel.sqlite"
            })
    void whatIsWrittenIsValidAndReadAsTheSame(String name) throws Exception {
        var log = read(ReferenceData.file("ocel/" + name));
        var json = json(log);
        var xml = xml(log);
        var sqlite = sqlite(log);
        assertThat(read(json)).isEqualTo(log);
        assertThat(read(xml)).isEqualTo(log);
        assertThat(inOrder(read(sqlite))).isEqualTo(inOrder(log));
    }

    @Test
    void theReferencesOwnFileIsValidByTheSameSchema() throws Exception {
        validXml(Files.readString(ReferenceData.file("ocel/ocel20_example.xmlocel")));
        assertThatThrownBy(() -> validXml("<log><objects/></log>")).hasMessageContaining("object-types");
    }

    /** Names that are nothing but marks, clash with tables and columns of the standard, or differ only in capitals; unknown types and objects. */
    private static ObjectLog odd() {
        var type = new LogType("object", Map.of("Ocel_Id", "date", "价格", "float", "件数", "integer", "ok", "boolean"));
        return new ObjectLog(
                List.of(type),
                List.of(),
                List.of(
                        new LogObject(
                                "o \"1\"",
                                "object",
                                List.of(
                                        new Value("价格", Instant.EPOCH, "1.5"),
                                        new Value("价格", NOON, "2.5"),
                                        new Value("件数", NOON, "-7"),
                                        new Value("ok", Instant.EPOCH, "true"),
                                        new Value("Ocel_Id", Instant.EPOCH, "<&>\n ]]> ")),
                                List.of(new Relation("o2", "的"))),
                        new LogObject("o2", "报销 单", List.of(), List.of(new Relation("nobody", ""))),
                        new LogObject(
                                "o3", "报销单", List.of(new Value("a", NOON, ""), new Value("A", NOON, "x")), List.of())),
                List.of(
                        new LogEvent(
                                "e'1",
                                "!?",
                                NOON,
                                Map.of("n", "007"),
                                List.of(new Relation("o2", ""), new Relation("o2", ""), new Relation("o2", "2"))),
                        new LogEvent("e2", "map_type", NOON.plusNanos(123_000), Map.of(), List.of())));
    }

    @Test
    void oddNamesAndWhatTheStandardDoesNotKnowAreWrittenAllTheSame() throws Exception {
        var log = odd();
        var json = json(log);
        var xml = xml(log);
        var sqlite = sqlite(log);
        assertThat(inOrder(read(xml))).isEqualTo(inOrder(read(json)));
        assertThat(read(json).events().getFirst().objects())
                .containsExactly(new Relation("o2", ""), new Relation("o2", "2"));
        assertThat(read(json).objects().get(0)).isEqualTo(log.objects().get(0));
        assertThat(read(json).objects().get(1).relations()).isEmpty();
        var again = read(sqlite);
        assertThat(again.events()).isEqualTo(read(json).events());
        assertThat(again.objectsPerType()).isEqualTo(log.objectsPerType());
        assertThat(again.objects().get(2).values())
                .containsExactly(new Value("a", NOON, ""), new Value("A2", NOON, "x"));
        assertThat(again.objectTypes().getFirst().attributes())
                .containsEntry("价格", "float")
                .containsEntry("件数", "integer")
                .containsEntry("ok", "boolean")
                .containsEntry("Ocel_Id2", "string");
    }

    @Test
    void aLogOfCasesBecomesOneOfObjectsAndBack() throws Exception {
        var log = EventLogs.read(ReferenceData.file("logs/running-example.xes"), Reading.USUAL);
        var objects = ObjectLog.of(log, "request");
        for (var file : List.of(json(objects), xml(objects), sqlite(objects))) {
            assertThat(DirectlyFollows.of(read(file).flattened("request")).edges())
                    .isEqualTo(DirectlyFollows.of(log).edges());
        }
        assertThat(objects.eventTypes().getFirst().attributes()).containsEntry("Costs", "string");
    }

    @Test
    void anotherFileIsNeverOverwrittenAndAnUnfinishedOneIsTakenAway() throws Exception {
        var log = ObjectLog.of(EventLogs.read(ReferenceData.file("logs/reviewing.xes"), Reading.USUAL), "paper");
        var there = sqlite(log);
        var size = Files.size(there);
        var ended = folder.resolve("ended.sqlite");

        assertThatThrownBy(() -> ObjectLogOutput.writeSqlite(log, there, Progress.NONE))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> ObjectLogOutput.writeSqlite(log, ended, (done, all) -> done < all / 2))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> ObjectLogOutput.writeXml(log, OutputStream.nullOutputStream(), (done, all) -> false))
                .isInstanceOf(CancellationException.class);
        assertThat(there).hasSize(size);
        assertThat(ended).doesNotExist();
    }

    @Test
    void noTwoEventsHaveOneId() {
        var event = new LogEvent("e", "a", NOON, Map.of(), List.of());
        assertThatThrownBy(() -> new ObjectLog(List.of(), List.of(), List.of(), List.of(event, event)))
                .hasMessageContaining("'e' is there twice");
    }

    private static void validJson(Path file) throws Exception {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(ReferenceData.file("ocel/schema_ocel2.json")), InputFormat.JSON);
        assertThat(schema.validate(Files.readString(file), InputFormat.JSON)).isEmpty();
    }

    /**
     * The reference's schema is of a draft in which relations were called objects; the standard and all files call them relationships. Its references to
     * attributes look for keys that are out of scope.
     */
    private static void validXml(String xml) throws Exception {
        var schema = Files.readString(ReferenceData.file("ocel/ocel2-validation.xsd"))
                .replace("<xs:element ref=\"object\" maxOccurs=\"unbounded\" minOccurs=\"0\"/>", """
                        <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element ref="object"/><xs:element name="relationship"><xs:complexType>
                        <xs:attribute name="object-id" type="xs:string" use="required"/><xs:attribute name="qualifier" type="xs:string" use="required"/>
                        </xs:complexType></xs:element></xs:choice>""")
                .replace("objects/object/objects/object", "objects/object/objects/relationship")
                .replace("events/event/objects/object", "events/event/objects/relationship")
                .replaceAll("(?s)<xs:keyref name=\"(object|event)AttributeRef\".*?</xs:keyref>", "");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(schema)))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static void validSqlite(Path file) throws Exception {
        try (var database = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = database.createStatement()) {
            for (var check : List.of(
                    "pragma foreign_key_check", "select 1 from pragma_integrity_check where integrity_check <> 'ok'")) {
                try (var faults = statement.executeQuery(check)) {
                    assertThat(faults.next()).as(check).isFalse();
                }
            }
        }
    }
}
