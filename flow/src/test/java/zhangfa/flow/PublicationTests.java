package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is refused, warned of and let pass when a model is published: all its runs, whatever its conditions say, within the
 * bound of {@link TokenGame}. Each finding names its element, and nothing else is found.
 */
class PublicationTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start > A",
                "start > A > B; A > C",
                "start > A > end; start > B > end2",
                "start > A > end; start > B > stop",
                "start > ?g; ?g > [x] A > end; ?g > [*] B > end2",
                "start > ?g; ?g > [x] A > ?m; ?g > [*] B > ?m; ?m > end",
                "start > ?m > A > ?l; ?l > [again] ?m; ?l > [*] end",
                "start > +f; +f > A > +j; +f > B > +j; +j > end",
                "start > +f; +f > A > end; +f > B > end2",
                "start > +f; +f > +g; +g > A > +h; +g > B > +h; +h > +j; +f > C > +j; +j > end",
                "start > *f; *f > [x] A > *j; *f > [*] B > *j; *j > end",
                "start > *f; *f > [x] A > *j; *f > B > *j; *j > end",
                "start > *f; *f > [x] A > ?g; ?g > [y] *j; ?g > [*] C > end2; *f > B > *j; *j > end",
                "start > A > end; !late:A:PT1H > B > end2",
                "start > A > ?m; !late:A:PT1H > B > ?m; ?m > end",
                "start > +f; +f > A > +j; +f > ?m; ?m > B > ?l; ?l > [again] ?m; ?l > [*] +j; +j > end",
                "start > &S > end; &S: start2 > +f; &S: +f > A > +j; &S: +f > B > +j; &S: +j > end2",
                "start > &S > end; &S: start2 > A > end2; &S: A > B > end3",
                "start > &S > end; &S: start2 > A > stop2",
                "start > +f; +f > &S > +j; +f > B > +j; +j > end; &S: start2 > A > end2",
                "start > &S > C > end; !late:u_S:PT1H > D > end3; &S: start2 > A > end2",
                "start > @t:PT1H > #pay > end"
            })
    void aSoundModelIsPublishedWithoutAWord(String sketch) throws ModelRefused {
        assertThat(found(sketch)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start > ?g; ?g > [x] A > +j; ?g > [*] B > +j; +j > end                                     |"
                        + " dead-join p_j",
                "start > A > +j > end; A > +f; +f > B > +j; +f > ?x; ?x > [y] C > +k; ?x > [*] D > +k; +k > E > end2 |"
                        + " dead-join p_k",
                "start > A > +j > B > ?l; ?l > [again] +j; ?l > [*] end                                     |"
                        + " dead-join p_j",
                "start > &S > end; &S: start2 > ?g; &S: ?g > [x] A > +j; &S: ?g > [*] B > +j; &S: +j > end2 |"
                        + " dead-join p_j",
                "start > A > +j > end; !late:A:PT1H > B > +j                                                |"
                        + " dead-join p_j",
                "start > +f; +f > A > +j; +f > ?g; ?g > [x] B > +k; ?g > [*] +k > C > +j; +j > end          |"
                        + " dead-join p_j, dead-join p_k",
                "start > A > end; B > A                                                                     |"
                        + " unreachable B",
                "start > A > end; B > C > B                                                                 |"
                        + " unreachable B, unreachable C",
                "start > &S > end; &S: start2 > A > end2; &S: B > A                                         |"
                        + " unreachable B",
                "start > A > B > A                                                                          | no-end"
                        + " A, no-end B, no-end start",
                "start > ?g; ?g > [x] A > end; ?g > [*] B > C > B                                           | no-end"
                        + " B, no-end C",
                "start > ?m > ?g; ?g > [x] ?m; ?g > [*] A > end                                             | endless"
                        + " x_g, endless x_m",
                "start > ?m > #pay > ?g; ?g > [x] ?m; ?g > [*] A > end                                      | endless"
                        + " s_pay, endless x_g, endless x_m",
                "start > A > ?g                                                                             |"
                        + " no-way-on x_g",
                "start > A > end; end > B > end2                                                            |"
                        + " flow-from-end end"
            })
    void whatCannotRunIsRefusedByName(String sketch, String findings) throws ModelRefused {
        assertThat(found(sketch)).isEqualTo(named(findings));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start > +f; +f > A > +j; +f > ?g; ?g > [x] B > +j; ?g > [*] C > end1; +j > D > end2        |"
                        + " may-stick p_j",
                "start > *f; *f > [x] A > +j; *f > [y] B > +j; +j > end                                     |"
                        + " may-stick p_j",
                "start > A > +f; +f > B > +j; +f > C > +j; +j > end; !late:B:PT1H > D > end2                |"
                        + " may-stick p_j",
                "start > &S > end; &S: start2 > +f; &S: +f > A > +j; &S: +f > ?g; &S: ?g > [x] B > +j; &S: ?g > [*]"
                        + " end3; &S: +j > end2 | may-stick p_j",
                "start > +f; +f > A > C; +f > B > C; C > end                                                |"
                        + " two-tokens f6",
                "start > +f; +f > A > ?m; +f > B > ?m; ?m > C > end                                         |"
                        + " two-tokens f6, two-tokens f7",
                "start > A > end; ~more:A:PT1H > A                                                          |"
                        + " two-tokens f2, undecided start",
                "start > A > +f; +f > A; +f > B > end                                                       |"
                        + " two-tokens f4, undecided start"
            })
    void whatMayGoWrongIsWarnedOf(String sketch, String findings) throws ModelRefused {
        assertThat(found(sketch)).isEqualTo(named(findings));
        assertThat(Sketch.model(sketch).warnings()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7", "12"})
    void whatIsBeyondTheBoundIsUndecidedAndNotRefused(int branches) throws ModelRefused {
        var sketch = new StringBuilder("start > *f; *j > end; *f > Z > *j");
        for (var branch = 0; branch < branches; branch++) {
            sketch.append("; *f > [x")
                    .append(branch)
                    .append("] A")
                    .append(branch)
                    .append(" > *j");
        }
        assertThat(found(sketch.toString())).isEqualTo(named("undecided start"));
    }

    @ParameterizedTest
    @CsvSource({"2, ''", "5, ''", "14, ''"})
    void howManyBranchesAtOnceAreLookedAt(int branches, String findings) throws ModelRefused {
        var sketch = new StringBuilder("start > +f; +j > end");
        for (var branch = 0; branch < branches; branch++) {
            sketch.append("; +f > ?g%1$d; ?g%1$d > [x] A%1$d > ?m%1$d; ?g%1$d > [*] B%1$d > ?m%1$d; ?m%1$d > +j"
                    .formatted(branch));
        }
        assertThat(found(sketch.toString())).isEqualTo(named(findings));
    }

    private static Set<String> named(String findings) {
        return findings.isEmpty() ? Set.of() : new TreeSet<>(List.of(findings.split(", ", -1)));
    }

    /** What is said of a model, each finding with the element that it names. */
    private static Set<String> found(String sketch) {
        var found = new TreeSet<String>();
        try {
            told(Bpmn.read(Sketch.xml(sketch), ZoneOffset.UTC, Set.of()).warnings(), found);
        } catch (ModelRefused refused) {
            told(refused.faults(), found);
        }
        return found;
    }

    private static void told(List<ModelFault> faults, Set<String> found) {
        for (var fault : faults) {
            assertThat(fault.line()).as("the line of %s", fault).isPositive();
            assertThat(fault.reason()).isNotBlank();
            found.add(fault.reasonCode() + " " + fault.elementId());
        }
    }
}
