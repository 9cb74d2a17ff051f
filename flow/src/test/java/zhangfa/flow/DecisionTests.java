package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What decision tables decide by themselves; what a case makes of it is in the catalogue. */
class DecisionTests {

    private static final String FILE = Samples.text("decisions/claims.dmn");

    @ParameterizedTest
    @CsvSource({"0, head", "999, head", "1000, director", "5000, director", "5001, board"})
    void ofATableOneRuleFits(int amount, String level) throws ModelRefused {
        assertThat(decide("level", Map.of("amount", amount)).value()).isEqualTo(level);
    }

    @Test
    void theFirstOfSeveralRulesMayCount() throws ModelRefused {
        assertThat(decide("first", Map.of("amount", 200, "category", "travel")).value())
                .isEqualTo(Map.of("who", "travel desk", "days", 3));
        assertThat(decide("first", Map.of("amount", 250, "category", "meals")).value())
                .hasToString("{days=2.5, who=head}");
    }

    @ParameterizedTest
    @CsvSource({"15, true", "25, true"})
    void severalRulesMayFitThatSayTheSame(int amount, boolean said) throws ModelRefused {
        assertThat(decide("any", Map.of("amount", amount)).value()).isEqualTo(said);
    }

    @Test
    void aTableMayCollect() throws ModelRefused {
        assertThat(decide("all", Map.of("amount", 6_000)).value()).isEqualTo(List.of("head", "finance", "board"));
        assertThat(decide("all", Map.of("amount", 0)).value()).isEqualTo(List.of());
        assertThat(decide("sum", Map.of("amount", 6_000)).value()).isEqualTo(7);
        assertThat(decide("order", Map.of("amount", 6_000)).value())
                .hasToString("[{sign=finance, weight=2}, {sign=head, weight=1}]");
    }

    @Test
    void aDecisionMayRequireAnother() throws ModelRefused {
        assertThat(decide("signer", Map.of("amount", 6_000)).value()).isEqualTo("ceo");
    }

    @Test
    void anExpressionMayDecide() throws ModelRefused {
        assertThat(decide("tax", Map.of("amount", 200)).value()).isEqualTo(26);
    }

    @Test
    void todayIsTheDayOfTheCommand() throws ModelRefused {
        var decision = decision("deadline");
        var data = Map.<String, Object>of("day", "2026-11-22");
        assertThat(decision.decide(data, Instant.parse("2026-11-23T00:00:00Z")).value())
                .isEqualTo(true);
        assertThat(decision.decide(data, Instant.parse("2026-11-22T23:59:59Z")).value())
                .isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({"any, 5", "any, 35", "overlapping, 700", "overlapping, 6000", "level, x"})
    void whatCannotBeDecidedIsSaid(String key, String amount) throws ModelRefused {
        Object value = amount.equals("x") ? "x" : Integer.valueOf(amount);
        var outcome = decide(key, Map.of("amount", value));
        assertThat(outcome.value()).isNull();
        assertThat(outcome.failure()).startsWith(key + ": ");
    }

    @Test
    void decisionsHaveNames() throws ModelRefused {
        assertThat(decision("level").name()).isEqualTo("level by table");
        assertThat(decision("tax").name()).isEqualTo("Tax");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spec/DMN              | spec/CMMN                        | not-dmn",
                "hitPolicy=\"FIRST\"   | hitPolicy=\"PRIORITY\"           | not-executed",
                "&lt; 1000             | &lt; 1000 &lt;                   | expression",
                "amount * 0.13         | amount *                         | expression",
                "amount * 0.13         | random number()                  | expression",
                "literalExpression id=\"l-tax\" | literalExpression id=\"l-tax\" expressionLanguage=\"groovy\" |"
                        + " expression-language",
                "</definitions>        | </definition>                    | malformed-xml",
                "<definitions          | <!DOCTYPE a><definitions         | doctype",
                "outputEntry           | outEntry                         | schema"
            })
    void whatIsNotExecutedIsRefusedByName(String right, String wrong, String code) {
        assertThat(FILE).contains(right);
        var refused = catchThrowableOfType(
                ModelRefused.class, () -> FlowDecision.read(FILE.replace(right, wrong), ZoneOffset.UTC));
        assertThat(refused).as("refusal").isNotNull();
        assertThat(refused.faults()).extracting(ModelFault::reasonCode).contains(code);
    }

    @Test
    void aTaskNamesADecisionThatIsThereAndItsResult() throws ModelRefused {
        var xml = CatalogueModel.of("business-rule/decides-the-way").xml();
        assertThat(codes(xml.replace("zhangfa:decision=\"level\"", "zhangfa:decision=\"none\"")))
                .containsExactly("no-decision");
        assertThat(codes(xml.replace("zhangfa:result=\"level\"", ""))).containsExactly("no-result");
        assertThat(codes(xml.replace("zhangfa:decision=\"level\"", "operaton:decisionRef=\"level\"")))
                .isEmpty();
    }

    private static List<String> codes(String xml) throws ModelRefused {
        try {
            Bpmn.read(xml, ZoneOffset.UTC, Set.of(), CatalogueModel.decisions());
            return List.of();
        } catch (ModelRefused refused) {
            return refused.faults().stream().map(ModelFault::reasonCode).toList();
        }
    }

    private static FlowDecision.Outcome decide(String key, Map<String, Object> data) throws ModelRefused {
        return Objects.requireNonNull(decision(key).decide(data, Play.NOON));
    }

    private static FlowDecision decision(String key) throws ModelRefused {
        return CatalogueModel.decisions().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
