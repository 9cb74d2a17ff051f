package zhangfa.rulebook.coverage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhangfa.rulebook.control.Control;
import zhangfa.rulebook.control.ControlRun;
import zhangfa.rulebook.control.ControlState;
import zhangfa.rulebook.control.ControlsFile;
import zhangfa.rulebook.coverage.Execution.Executable;
import zhangfa.rulebook.obligation.Obligation;
import zhangfa.rulebook.obligation.ObligationsFile;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.PracticeArticle;
import zhangfa.rulebook.practice.PracticeClause;
import zhangfa.rulebook.practice.SectionFile;
import zhangfa.rulebook.practice.SectionFolder;
import zhangfa.rulebook.source.SourceFile;
import zhangfa.rulebook.source.Sources;
import zhangfa.rulebook.tree.Clause;
import zhangfa.rulebook.tree.Heading;
import zhangfa.rulebook.tree.Heading.Level;

/** What every section that ships claims of its articles rests on its process, its controls and what was done. */
class ShippedCoverageTests {

    private static final Evidence DONE = new Evidence(1, Instant.EPOCH);

    /** A section as it was read. */
    record Section(Practice practice, List<Control> controls, List<Obligation> obligations) {

        @Override
        public String toString() {
            return practice.key();
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aWholeSectionIsExecutableSaveForWhatItSaysItLacks(Section section) {
        for (var clause : section.practice().clauses().toList()) {
            var standing = standing(section, clause, true, true, true);
            assertThat(standing.execution().reasons()).as(clause.id()).hasSameSizeAs(clause.lacks());
            assertThat(standing.execution().runs()).isTrue();
            assertThat(standing.holds()).isTrue();
            assertThat(standing.evidence().isThere()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void withoutItsProcessOrObligationNoArticleIsExecutable(Section section) {
        for (var clause : section.practice().clauses().toList()) {
            var standing = standing(section, clause, false, true, true);
            assertThat(standing.execution().executable()).as(clause.id()).isEqualTo(Executable.NO);
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void withoutItsControlsNoArticleHolds(Section section) {
        for (var clause : section.practice().clauses().toList()) {
            var standing = standing(section, clause, true, false, true);
            assertThat(standing.holds()).as(clause.id()).isFalse();
            assertThat(standing.execution().reasons()).contains("{rulebook.reason.no-control}");
        }
    }

    @ParameterizedTest
    @MethodSource("sections")
    void withoutEvidenceNoArticleIsExecutableInFull(Section section) {
        for (var clause : section.practice().clauses().toList()) {
            var standing = standing(section, clause, true, true, false);
            assertThat(standing.evidence().isThere()).as(clause.id()).isFalse();
            assertThat(standing.execution().executable()).isEqualTo(Executable.IN_PART);
            assertThat(standing.execution().reasons()).contains("{rulebook.reason.no-evidence}");
        }
    }

    private static Standing standing(
            Section section, PracticeClause clause, boolean process, boolean control, boolean evidence) {
        var practice = section.practice();
        var steps = Stream.concat(
                        clause.steps().stream()
                                .map(step ->
                                        new EvidenceLog.Step(practice.process().key(), step)),
                        clause.obligations().stream().map(EvidenceLog::of))
                .collect(toMap(step -> step, step -> DONE));
        var survey = new Survey(
                Map.of(clause.id(), process ? practice : withoutObligations(practice, clause)),
                Map.of(),
                Set.of(practice.key()),
                key -> process ? Optional.of(Set.copyOf(clause.steps())) : Optional.empty(),
                who -> 1,
                evidence ? steps : Map.of(),
                control ? states(section) : Map.of(),
                Locale.ENGLISH);
        return survey.of(passage(practice), new Clause(clause.id(), practice.title(), false, List.of()));
    }

    private static Practice withoutObligations(Practice practice, PracticeClause clause) {
        var without = new PracticeClause(
                clause.id(), clause.steps(), clause.controls(), List.of(), clause.duties(), clause.lacks());
        return new Practice(
                practice.key(),
                practice.rulebook(),
                practice.title(),
                practice.owner(),
                practice.legalBasis(),
                List.of(new PracticeArticle(clause.id(), practice.title(), List.of(without))),
                practice.process(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Map<String, ControlState> states(Section section) {
        return section.controls().stream()
                .map(one -> new ControlState(
                        one, new ControlRun(ControlRun.Status.HOLDS, Instant.EPOCH, 0, List.of(), null)))
                .collect(toMap(state -> state.control().key(), state -> state));
    }

    private static Passage passage(Practice practice) {
        var article = new Heading("X.1.1", Level.ARTICLE, "1.", practice.title(), List.of(), List.of(), List.of());
        var chapter = new Heading("X.1", Level.CHAPTER, "一、", practice.title(), List.of(), List.of(article), List.of());
        return new Passage(practice.rulebook(), chapter, article, article);
    }

    static Stream<Section> sections() {
        return new Sources("")
                .matching("**/*").stream()
                        .collect(groupingBy(
                                file -> file.path().substring(0, file.path().lastIndexOf('/')),
                                TreeMap::new,
                                toMap(
                                        file -> file.path()
                                                .substring(file.path().lastIndexOf('/') + 1),
                                        SourceFile::text)))
                        .entrySet()
                        .stream()
                        .filter(folder -> folder.getValue().containsKey("section.yaml"))
                        .map(folder -> section(new SectionFolder(folder.getKey(), folder.getValue())));
    }

    private static Section section(SectionFolder folder) {
        var controls = ControlsFile.read(folder.path("controls.yaml"), folder.text("controls.yaml"), folder.path());
        var obligations = folder.has("obligations.yaml")
                ? ObligationsFile.read(folder.path("obligations.yaml"), folder.text("obligations.yaml"), folder.path())
                : List.<Obligation>of();
        var practice = SectionFile.read(
                folder,
                controls.stream().map(Control::key).collect(toSet()),
                obligations.stream().map(Obligation::key).collect(toSet()));
        return new Section(practice, controls, obligations);
    }
}
