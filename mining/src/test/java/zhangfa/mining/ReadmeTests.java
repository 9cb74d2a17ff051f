package zhangfa.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhangfa.mining.bpmn.BpmnModel;
import zhangfa.mining.conformance.Aligner;
import zhangfa.mining.conformance.Step;
import zhangfa.mining.conformance.TokenReplay;
import zhangfa.mining.discovery.InductiveMiner;
import zhangfa.mining.drawing.BpmnFile;
import zhangfa.mining.drawing.TreeDrawing;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Moments;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.Reading;
import zhangfa.mining.rule.Rule;
import zhangfa.mining.simulation.Learning;
import zhangfa.mining.simulation.Simulation;
import zhangfa.mining.statistics.DirectlyFollows;
import zhangfa.mining.statistics.Durations;
import zhangfa.mining.statistics.RootCauses;
import zhangfa.mining.statistics.WaitingCauses;
import zhangfa.mining.statistics.WorkTimes;
import zhangfa.mining.time.WorkingTime;
import zhangfa.mining.tree.TreeNet;

/** The examples of the README do what they say. */
class ReadmeTests {

    private static final String PACKAGES =
            "log read write ocel statistics net tree bpmn drawing conformance discovery split simulation time rule";

    @TempDir
    Path folder;

    private EventLog log() throws Exception {
        var file = folder.resolve("log.csv");
        Files.writeString(file, """
                case,activity,start,end,resource,case:amount
                1,hand in,2024-01-02 09:00,2024-01-02 09:10,王小雨,6000
                1,pay,2024-01-02 19:00,2024-01-02 19:10,冯国栋,6000
                2,hand in,2024-01-02 09:00,2024-01-02 09:10,王小雨,100
                """);
        return EventLogs.read(file, Reading.USUAL.withZone(ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void logsAreReadAndCounted() throws Exception {
        var log = log();
        assertThat(Moments.instant(log.end(0))).isEqualTo(Instant.parse("2024-01-02T01:10:00Z"));
        assertThat(DirectlyFollows.of(log).edges()).containsExactly(new DirectlyFollows.Edge("hand in", "pay", 1));
        assertThat(Durations.ofCases(log).maxSeconds()).isEqualTo(36_000);
        assertThat(log.variants().size()).isEqualTo(2);
        assertThat(WorkTimes.of(log.instances()).service().sum())
                .isEqualTo(Duration.ofMinutes(30).toMillis() * 1000);
    }

    @Test
    void aRefusalSaysWhere() throws Exception {
        var file = folder.resolve("bad.csv");
        Files.writeString(file, "case,activity,end\n1,a,2024-01-01\n1,b,2024-13-01\n");
        var refusal = catchThrowableOfType(LogRefused.class, () -> EventLogs.read(file, Reading.USUAL));
        assertThat(refusal.reasonCode() + " " + refusal.getMessage())
                .startsWith("not-a-time line 3: field 3: '2024-13-01' is not a time such as");
    }

    @Test
    void partsWaitingAndCauses() throws Exception {
        var log = log();
        var amounts = Objects.requireNonNull(log.caseAttributes().get("amount"));
        var large = log.withCases(number -> amounts.value(number) instanceof Long amount && amount > 5000);
        assertThat(large.cases()).isEqualTo(1);
        // The log's times are of Shanghai, so nine in the morning there is one o'clock in UTC.
        var office = WorkingTime.of(List.of(
                new WorkingTime.Interval(Moments.of("2024-01-02T09:00+08:00"), Moments.of("2024-01-02T18:00+08:00"))));
        var waiting = WaitingCauses.of(log, resource -> office).total();
        assertThat(waiting.unavailability()).isEqualTo(Duration.ofHours(1).toMillis() * 1000);
        assertThat(waiting.total()).isEqualTo(Duration.ofMinutes(590).toMillis() * 1000);
        var month = Duration.ofDays(30).toMillis() * 1000;
        assertThat(RootCauses.of(log, number -> Durations.ofCase(log, number) > month)
                        .cause())
                .isNull();
    }

    @Test
    void modelsAreFoundAndCompared() throws Exception {
        var log = log();
        var tree = InductiveMiner.discover(log.variants(), 0.2);
        var bpmn = BpmnFile.write(TreeDrawing.of(tree));
        var model = BpmnModel.read(bpmn.getBytes(StandardCharsets.UTF_8));
        var alignments = new Aligner(model).align(log.variants(), Duration.ofSeconds(60));

        assertThat(tree).hasToString("->( 'hand in', X( tau, 'pay' ) )");
        assertThat(new TokenReplay(model).replay(log.variants()).logFitness()).isEqualTo(1);
        assertThat(alignments.moves(Step.Kind.MODEL)).isEmpty();
        assertThat(new Rule.FourEyes("hand in", "pay").breaches(log)).isEmpty();
    }

    @Test
    void whatWouldHappenIf() throws Exception {
        var log = log();
        var net = TreeNet.of(InductiveMiner.discover(log.variants(), 0.2));
        var asItWas = Learning.scenario(log, net, ZoneId.of("Asia/Shanghai"));
        var somebody = asItWas.people().getFirst().name();
        var whatIf = Simulation.run(asItWas.withOneMoreLike(somebody, "Dora"), 100, 1);

        assertThat(whatIf.complete()).isEqualTo(100);
        assertThat(whatIf.people()).containsKey("Dora");
    }

    /** Every example stands in one method, as a reader goes through them. */
    @Test
    void allExamplesCompile() throws Exception {
        var readme = Files.readString(Path.of("README.md"));
        var examples = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map(example -> example.group(1))
                .collect(Collectors.joining());
        var imports = Stream.of(PACKAGES.split(" "))
                .map("import zhangfa.mining.%s.*;\n"::formatted)
                .collect(Collectors.joining());
        var source = folder.resolve("Examples.java");
        Files.writeString(source, imports + """
                import java.io.*;
                import java.nio.charset.StandardCharsets;
                import java.nio.file.Path;
                import java.time.*;
                import java.util.*;
                class Examples {
                    void all(Path file, OutputStream out) throws Exception {
                %s}}
                """.formatted(examples));
        var faults = new ByteArrayOutputStream();

        var code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, faults, "-proc:none", "-d", folder.toString(), source.toString());

        assertThat(examples).contains("EventLogs.read", "Simulation.run");
        assertThat(code).as(faults.toString(StandardCharsets.UTF_8)).isZero();
    }
}
