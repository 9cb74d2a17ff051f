package zhangfa.rulebook.obligation;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.organization.Organization;
import zhangfa.process.Processes;
import zhangfa.rulebook.tree.Place;
import zhangfa.rulebook.tree.Places;

/** Where the company lays down obligations of its own. */
@Component
@Transactional
public class ObligationDesk {

    private final Obligations obligations;
    private final Organization organization;
    private final Processes processes;
    private final Places places;
    private final ApplicationEventPublisher events;

    ObligationDesk(
            Obligations obligations,
            Organization organization,
            Processes processes,
            Places places,
            ApplicationEventPublisher events) {
        this.obligations = obligations;
        this.organization = organization;
        this.processes = processes;
        this.places = places;
        this.events = events;
    }

    public String add(ObligationForm form, UUID who) {
        var one = checked("own-" + Keys.next(), form);
        obligations.add(one);
        events.publishEvent(new ObligationWritten(one.key(), form.title(), who));
        return one.key();
    }

    public void change(String key, ObligationForm form, UUID who) {
        if (obligations.find(key).filter(Obligation::isOwn).isEmpty()) {
            throw Refusal.notThere();
        }
        if (!obligations.write(checked(key, form))) {
            throw Refusal.conflict("{rulebook.edition.changed-meanwhile}");
        }
        events.publishEvent(new ObligationWritten(key, form.title(), who));
    }

    public void remove(String key, UUID who) {
        if (!obligations.remove(key)) {
            throw Refusal.notThere();
        }
        events.publishEvent(new ObligationRemoved(key, who));
    }

    /** What a form names already. */
    List<Place> named(ObligationForm form) {
        return places.named(form.clauses());
    }

    private Obligation checked(String key, ObligationForm form) {
        return form.obligation(
                key,
                organization.positions().keySet(),
                process -> processes.find(process).isPresent(),
                places::haveAll);
    }
}
