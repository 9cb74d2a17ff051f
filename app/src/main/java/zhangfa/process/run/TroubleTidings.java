package zhangfa.process.run;

import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import zhangfa.flow.FlowEvent;
import zhangfa.notification.Message;

/** What the owners of a process are told of a case that cannot go on by itself. */
@Component
class TroubleTidings {

    static final String STUCK = "case.stuck";

    private final PeopleRules rules;

    TroubleTidings(PeopleRules rules) {
        this.rules = rules;
    }

    /** Once for each place where it has stopped. */
    List<Message> of(Run run) {
        var owner = run.definition().owner();
        return owner == null
                ? List.of()
                : run.events().stream()
                        .filter(FlowEvent.IncidentRaised.class::isInstance)
                        .map(event -> ((FlowEvent.IncidentRaised) event).incident())
                        .map(incident -> Message.onCase(
                                STUCK,
                                new HashSet<>(rules.people(owner)),
                                run.before().id(),
                                "process.notice.stuck",
                                null,
                                run.before().title(),
                                Message.inEachLanguage(
                                        locale -> run.definition().elementName(incident.node(), locale))))
                        .toList();
    }
}
