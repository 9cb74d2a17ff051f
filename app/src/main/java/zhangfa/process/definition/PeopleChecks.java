package zhangfa.process.definition;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal.Fault;
import zhangfa.flow.FlowExpression;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowStep;
import zhangfa.process.NumberRule;

/** What the rules that name people and cases must hold before a process is published: expressions that can be read, and steps that name others before they come. */
@Component
class PeopleChecks {

    private final Clock clock;

    PeopleChecks(Clock clock) {
        this.clock = clock;
    }

    List<Fault> faults(FlowModel model) {
        var faults = new ArrayList<Fault>();
        for (var step : model.steps()) {
            switch (step.assignment().strategy()) {
                case "feel" -> expression(step, faults);
                case "field", "field-head" -> demanded(step, "field", faults);
                case "nominated" -> nominated(step, model, faults);
                default -> {}
            }
        }
        feel(model.key(), model.attributes().getOrDefault("title", "null"), faults);
        var number = model.attributes().get("number");
        if (number != null && NumberRule.read(number).isEmpty()) {
            faults.add(new Fault(model.key(), "{process.rule-number|" + words(number) + "}"));
        }
        return faults;
    }

    private void expression(FlowStep step, List<Fault> faults) {
        demanded(step, "expression", faults);
        feel(step.id(), step.assignment().parameters().getOrDefault("expression", "null"), faults);
    }

    private void feel(String element, String expression, List<Fault> faults) {
        try {
            FlowExpression.compile(expression, clock.getZone());
        } catch (IllegalArgumentException noFeel) {
            faults.add(new Fault(element, "{process.rule-feel|" + words(String.valueOf(noFeel.getMessage())) + "}"));
        }
    }

    private static void demanded(FlowStep step, String parameter, List<Fault> faults) {
        if (step.assignment().parameters().getOrDefault(parameter, "").isBlank()) {
            faults.add(new Fault(step.id(), "{process.rule-lacks|" + parameter + "}"));
        }
    }

    private static void nominated(FlowStep step, FlowModel model, List<Fault> faults) {
        var by = step.assignment().parameters().getOrDefault("by", FlowModel.INITIATOR);
        var other = model.steps().stream().anyMatch(one -> one.id().equals(by) && !by.equals(step.id()));
        if (!by.equals(FlowModel.INITIATOR) && !other) {
            faults.add(new Fault(step.id(), "{process.rule-by|" + words(by) + "}"));
        }
    }

    private static String words(String text) {
        return text.replaceAll("[{|}]", " ");
    }
}
