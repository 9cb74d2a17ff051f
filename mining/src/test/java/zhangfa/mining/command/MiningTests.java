package zhangfa.mining.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.mining.ReferenceData;

/** The command line answers by its contract: JSON on standard output, words on standard error, exit codes. */
class MiningTests extends CommandLine {

    @Test
    void summarisesALogAsTheContractSays() throws Exception {
        var file = log("""
                Ticket,What,When
                1,open,2024-01-01T08:00:00Z
                2,open,2024-01-01T09:00:00Z
                1,"close, finally",2024-01-01T08:00:30Z
                3,open,2024-01-02T09:00:00Z
                3,"close, finally",2024-01-02T09:01:00Z
                """);
        assertThat(run("summary", file, "--case", "Ticket", "--activity=What", "--timestamp", "When"))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("""
                {"cases":3,"events":5,"activities":2,"variants":2,"start_activities":{"open":3},\
                "end_activities":{"close, finally":2,"open":1},"directly_follows":[["open","close, finally",2]],\
                "top_variants":[[["open","close, finally"],2],[["open"],1]],"median_case_seconds":30.0,"mean_case_seconds":30.0}""");
        assertThat(err.size()).isZero();
    }

    @Test
    void saysNothingOfDurationsWhereNoEventHasATime() throws Exception {
        assertThat(run("summary", log("case,activity\n1,a\n"))).isZero();
        var answer = new JsonMapper().readTree(out.toByteArray());
        assertThat(answer.get("median_case_seconds").isNull()).isTrue();
        assertThat(answer.get("mean_case_seconds").isNull()).isTrue();
    }

    @Test
    void agreesWithTheReferenceOnRealExpenseClaims() throws Exception {
        var expected = ReferenceData.expected("bpic2020-DomesticDeclarations");
        assertThat(run(
                        "summary",
                        ReferenceData.file(expected.get("log").asString()).toString()))
                .isZero();
        var answer = new JsonMapper().readTree(out.toByteArray());
        assertThat(answer.get("directly_follows")).isEqualTo(expected.get("dfg"));
        assertThat(answer.get("median_case_seconds").asDouble())
                .isEqualTo(expected.at("/case_duration_seconds/median").asDouble());
    }

    @Test
    void namesThePlaceThatCannotBeReadAndAnswersNothing() throws Exception {
        assertThat(run("summary", log("case,activity,timestamp\n1,a,2024-01-01\n1,b,2024-13-01\n")))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("line 3", "field 3", "'2024-13-01' is not a time");
        assertThat(out.size()).isZero();
    }

    @Test
    void saysNoToAFileThatIsNotThere() {
        assertThat(run("summary", folder.resolve("none.xes").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no file");
        assertThat(run("summary", folder.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is a folder, not a file");
        var nowhere = folder.resolve("nowhere").resolve("new.xes").toString();
        assertThat(run("convert", "log.csv", nowhere)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no folder for " + nowhere);
    }

    @Test
    void explainsItselfToWhoeverCallsItWrongly() throws Exception {
        assertThat(run()).isEqualTo(2);
        assertThat(run("dance")).isEqualTo(2);
        assertThat(run("summary")).isEqualTo(2);
        assertThat(run("summary", "a", "b")).isEqualTo(2);
        assertThat(run("summary", "a", "--colour", "red")).isEqualTo(2);
        assertThat(run("summary", "a", "--case")).isEqualTo(2);
        assertThat(run("summary", "a", "--zone", "Moon/Crater")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: zhangfa mining summary LOG");
        assertThat(out.size()).isZero();
    }

    @Test
    void convertsBetweenTheFormsOfALogAndOverwritesNothing() throws Exception {
        var file = log("case,activity,timestamp\n1,a,2024-01-01\n1,b,2024-01-02\n");
        var xes = folder.resolve("log.xes.gz").toString();
        var ocel = folder.resolve("log.jsonocel").toString();
        assertThat(run("convert", file, xes)).isZero();
        assertThat(run("convert", xes, ocel)).isZero();
        assertThat(run("convert", xes, ocel)).isEqualTo(1);
        assertThat(run("convert", xes, folder.resolve("log.doc").toString())).isEqualTo(2);
        out.reset();
        assertThat(run("summary", ocel)).isEqualTo(1);
        assertThat(run("summary", ocel, "--object-type", "order")).isEqualTo(1);
        assertThat(run("summary", ocel, "--object-type", "case")).isZero();
        var answer = new JsonMapper().readTree(out.toByteArray());
        assertThat(answer.get("directly_follows").toString()).isEqualTo("[[\"a\",\"b\",1]]");
        assertThat(answer.get("median_case_seconds").asDouble()).isEqualTo(86_400);
    }

    @Test
    void comparesALogWithAModelAsTheContractSays() throws Exception {
        var expected = ReferenceData.expected("a32f0n05");
        var log = ReferenceData.file(expected.get("log").asString()).toString();
        var model = ReferenceData.file("models/a32.pnml").toString();

        assertThat(run("replay", log, model)).isZero();
        var replay = new JsonMapper().readTree(out.toByteArray());
        out.reset();
        assertThat(run("align", log, model)).isZero();
        var align = new JsonMapper().readTree(out.toByteArray());

        assertThat(replay.get("fitting_traces").asInt()).isEqualTo(941);
        assertThat(replay.get("log_fitness").asDouble()).isCloseTo(0.9958542212069458, within(1e-12));
        assertThat(replay.get("average_trace_fitness").asDouble()).isCloseTo(0.994906612232042, within(1e-12));
        assertThat(align.get("total_cost").asInt()).isEqualTo(242);
        assertThat(align.get("fitting_traces").asInt()).isEqualTo(941);
        assertThat(align.get("log_fitness").asDouble()).isCloseTo(0.9943092298647854, within(1e-12));
        assertThat(align.get("average_trace_fitness").asDouble()).isCloseTo(0.9937266757064489, within(1e-12));
    }

    @Test
    void whatItDiscoversItCanCompareWith() throws Exception {
        var log = log("case,activity\n1,a\n1,b\n2,a\n2,c\n");
        assertThat(run("discover", log, "--noise", "0")).isZero();
        var found = new JsonMapper().readTree(out.toByteArray());
        var model = folder.resolve("found.bpmn");
        Files.writeString(model, found.get("bpmn").asString());
        out.reset();

        assertThat(run("align", log, model.toString())).isZero();

        assertThat(found.get("tree").asString()).isEqualTo("->( 'a', X( 'b', 'c' ) )");
        assertThat(new JsonMapper()
                        .readTree(out.toByteArray())
                        .get("fitting_traces")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void theAlgorithmOfDiscoveryIsChosenAndHasItsOwnOptions() throws Exception {
        var log = log("case,activity\n1,a\n1,b\n1,c\n2,a\n2,c\n2,b\n");
        assertThat(run("discover", log, "--algorithm=split", "--eta", "0")).isZero();
        var found = new JsonMapper().readTree(out.toByteArray());
        var model = folder.resolve("found.bpmn");
        Files.writeString(model, found.get("bpmn").asString());
        out.reset();

        assertThat(run("replay", log, model.toString())).isZero();

        assertThat(new JsonMapper()
                        .readTree(out.toByteArray())
                        .get("fitting_traces")
                        .asInt())
                .isEqualTo(2);
        assertThat(run("discover", log, "--algorithm=alpha")).isEqualTo(2);
        assertThat(run("discover", log, "--algorithm=split", "--noise=0")).isEqualTo(2);
        assertThat(run("discover", log, "--eta=0")).isEqualTo(2);
    }

    @Test
    void saysHowGoodAModelIsAndWhereCasesLeaveIt() throws Exception {
        var log = log("case,activity\n1,a\n1,b\n2,a\n2,x\n2,x\n3,b\n");
        var model = folder.resolve("model.ptml");
        Files.writeString(model, """
                <ptml><processTree id="t" root="r"><sequence id="r"/><manualTask id="a" name="a"/><manualTask id="b" name="b"/>
                <parentsNode id="1" sourceId="r" targetId="a"/><parentsNode id="2" sourceId="r" targetId="b"/></processTree></ptml>
                """);
        assertThat(run("quality", log, model.toString())).isZero();
        var quality = new JsonMapper().readTree(out.toByteArray());
        out.reset();
        assertThat(run("deviations", log, model.toString())).isZero();

        assertThat(quality.get("fitness").asDouble()).isCloseTo(1 - 4.0 / 12, within(1e-12));
        assertThat(quality.get("precision").asDouble())
                .isCloseTo(5.0 / 6, within(1e-12)); // after a and x it never does b
        assertThat(quality.get("simplicity").asDouble()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("""
                {"optimal":true,"activities":{"a":{"superfluous":0,"lacking":1},"b":{"superfluous":0,"lacking":1},\
                "x":{"superfluous":2,"lacking":0}},"cases":[\
                {"case":"2","cost":3,"optimal":true,"superfluous":["x","x"],"lacking":["b"]},\
                {"case":"3","cost":1,"optimal":true,"superfluous":[],"lacking":["a"]}]}""");
    }

    @Test
    void simulatesWhatWouldHappenIf() throws Exception {
        var text = new StringBuilder("case,activity,start,timestamp,resource\n");
        for (var hour = 0; hour < 20; hour++) {
            text.append("%d,check,2024-01-01T%02d:00:00Z,2024-01-01T%02d:50:00Z,Anna\n".formatted(hour, hour, hour));
        }
        var log = log(text.toString());
        var made = folder.resolve("made.xes");
        assertThat(run("simulate", log, "--cases=50", "--seed=3", "--out", made.toString()))
                .isZero();
        var usual = new JsonMapper().readTree(out.toByteArray());
        out.reset();
        assertThat(run(
                        "simulate",
                        log,
                        "--cases=50",
                        "--seed=3",
                        "--hire=Anna",
                        "--duration",
                        "check=0.5",
                        "--arrivals=2"))
                .isZero();
        var changed = new JsonMapper().readTree(out.toByteArray());
        out.reset();
        assertThat(run("summary", made.toString())).isZero();

        assertThat(usual.get("complete").asInt()).isEqualTo(50);
        assertThat(usual.at("/activities/check/mean_work_seconds").asDouble()).isEqualTo(3000);
        assertThat(usual.at("/people/Anna/utilisation").asDouble()).isBetween(0.5, 1.0);
        assertThat(changed.at("/activities/check/mean_work_seconds").asDouble()).isEqualTo(1500);
        assertThat(changed.get("people").size()).isEqualTo(2);
        assertThat(new JsonMapper().readTree(out.toByteArray()).get("cases").asInt())
                .isEqualTo(50);
        assertThat(run("simulate", log, "--hire=Nobody")).isEqualTo(1);
        assertThat(run("simulate", log, "--duration=check")).isEqualTo(2);
        assertThat(run("simulate", log, "--arrivals=0")).isEqualTo(2);
        assertThat(run("simulate", log, "--cases=none")).isEqualTo(2);
    }

    @Test
    void aModelThatCannotBePlayedIsRefusedWithItsPlace() throws Exception {
        var log = log("case,activity\n1,a\n");
        var model = folder.resolve("broken.pnml");
        Files.writeString(model, "<pnml><net id='n'>\n<arc id='x' source='p' target='t'/></net></pnml>");

        assertThat(run("replay", log, model.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("x (line 2)", "from p to t");
        assertThat(run("replay", log, "model.doc")).isEqualTo(2);
        assertThat(run("align", log, model.toString(), "--limit", "soon")).isEqualTo(2);
        assertThat(run("discover", log, "--noise", "2")).isEqualTo(2);
        assertThat(out.size()).isZero();
    }
}
