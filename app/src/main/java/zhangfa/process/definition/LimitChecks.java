package zhangfa.process.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal.Fault;
import zhangfa.flow.FlowLimit;
import zhangfa.flow.FlowLimit.Expiry;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowStep;
import zhangfa.organization.Organization;

/** What a process's time limits must hold before it is published: lengths that can be counted, calendars that exist, a person behind every action. */
@Component
class LimitChecks {

    private final Organization organization;

    LimitChecks(Organization organization) {
        this.organization = organization;
    }

    List<Fault> faults(FlowModel model) {
        var faults = new ArrayList<Fault>();
        for (var step : model.steps()) {
            var limit = step.limit();
            if (limit != null) {
                check(step, limit, faults);
            }
        }
        return faults;
    }

    private void check(FlowStep step, FlowLimit limit, List<Fault> faults) {
        Spans.unusable(limit)
                .forEach(span -> faults.add(new Fault(step.id(), "{process.limit-length|" + span.value() + "}")));
        Stream.ofNullable(limit.within().calendar())
                .filter(name -> organization.unitKeyed(name).isEmpty())
                .forEach(name -> faults.add(new Fault(step.id(), "{process.limit-calendar|" + name + "}")));
        var to = limit.to();
        if (to != null && !to.equals(Spans.SUPERIOR) && !to.matches("(person|position|head|unit|group):.+")) {
            faults.add(new Fault(step.id(), "{process.limit-to|" + to + "}"));
        }
        if (limit.expiry() == Expiry.PASS && step.notes().attributes().containsKey("action")) {
            faults.add(new Fault(step.id(), "{process.limit-action}"));
        }
    }
}
