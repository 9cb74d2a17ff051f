package zhangfa.rulebook.control;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.organization.Organization;
import zhangfa.rulebook.tree.Place;
import zhangfa.rulebook.tree.Places;

/** Where the company writes controls of its own. */
@Component
@Transactional
class ControlDesk {

    private final OwnControls controls;
    private final Organization organization;
    private final Places places;
    private final ApplicationEventPublisher events;

    ControlDesk(OwnControls controls, Organization organization, Places places, ApplicationEventPublisher events) {
        this.controls = controls;
        this.organization = organization;
        this.places = places;
        this.events = events;
    }

    String add(ControlForm form, UUID who) {
        var control = form.control("own-" + Keys.next(), positions().keySet(), places::haveAll);
        controls.add(control, form.article().strip());
        events.publishEvent(new ControlWritten(control.key(), form.title().strip(), 0, who));
        return control.key();
    }

    void change(String key, ControlForm form, UUID who) {
        if (controls.find(key).isEmpty()) {
            throw Refusal.notThere();
        }
        if (!controls.write(
                form.control(key, positions().keySet(), places::haveAll),
                form.article().strip(),
                form.revision())) {
            throw Refusal.conflict("{rulebook.edition.changed-meanwhile}");
        }
        events.publishEvent(new ControlWritten(key, form.title().strip(), form.revision() + 1, who));
    }

    void remove(String key, UUID who) {
        if (!controls.remove(key)) {
            throw Refusal.notThere();
        }
        events.publishEvent(new ControlRemoved(key, who));
    }

    /** What a form names already. */
    List<Place> named(ControlForm form) {
        return places.named(form.clauses());
    }

    /** Who can answer for one: names by keys. */
    Map<String, String> positions() {
        return organization.positions();
    }
}
