package zhangfa.process.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;
import zhangfa.flow.FlowEvent;
import zhangfa.notification.Message;

/** What the owners of a process are told of a case that cannot go on by itself. */
@Component
class TroubleTidings {

    static final String STUCK = "case.stuck";
    static final String CHOICE = "case.choice";

    private final PeopleRules rules;

    TroubleTidings(PeopleRules rules) {
        this.rules = rules;
    }

    /** Once for each place where it has stopped, or where somebody is to choose. */
    List<Message> of(Run run) {
        var owner = run.definition().owner();
        if (owner == null) {
            return List.of();
        }
        var messages = new ArrayList<Message>();
        for (var event : run.events()) {
            if (event instanceof FlowEvent.IncidentRaised raised) {
                messages.add(told(
                        run,
                        STUCK,
                        owner,
                        "process.notice.stuck",
                        raised.incident().node()));
            }
            if (event instanceof FlowEvent.ScopeEntered begun && isChoice(run, begun)) {
                messages.add(told(run, CHOICE, owner, "process.notice.choice", begun.node()));
            }
        }
        return messages;
    }

    /** Where it is done several times, each of the instances and not what is around them. */
    private static boolean isChoice(Run run, FlowEvent.ScopeEntered begun) {
        return run.definition().choosing().contains(begun.node()) && begun.rounds() == null;
    }

    private Message told(Run run, String kind, String owner, String words, String element) {
        return Message.onCase(
                kind,
                new HashSet<>(rules.people(owner)),
                run.before().id(),
                words,
                null,
                run.before().title(),
                Message.inEachLanguage(locale -> run.definition().elementName(element, locale)));
    }
}
