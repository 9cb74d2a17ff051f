package zhangfa.work.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.work.design.Design.Content;
import zhangfa.work.design.DesignDesk;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.Plan;
import zhangfa.work.plan.PlanWriting;
import zhangfa.work.plan.Who;

/** Makes templates the company's own: published at once where nothing is missing, else laid on the drawing board. */
@Component
@Transactional
class AdoptionDesk {

    private static final int FIRST = 1;

    private final Templates templates;
    private final DesignDesk designs;
    private final Organization organization;

    AdoptionDesk(Templates templates, DesignDesk designs, Organization organization) {
        this.templates = templates;
        this.designs = designs;
        this.organization = organization;
    }

    /**
     * What came of it.
     *
     * @param version the first one; null where people have to be named before it can be published
     * @param unmanned names of the steps whose positions this company does not have
     */
    record Adopted(String key, @Nullable Integer version, List<String> unmanned) {}

    Adopted adopt(String key, boolean publish, Account who) {
        var template = templates.find(key);
        var positions = organization.positions().keySet();
        var unmanned = template.plan()
                .everything()
                .filter(Step.class::isInstance)
                .map(Step.class::cast)
                .filter(step -> !positions.containsAll(step.who().values("position")))
                .toList();
        var plan = owned(template.plan(), who);
        for (var step : unmanned) {
            plan = plan.replacing(withNobody(step));
        }
        designs.place(key, new Content(PlanWriting.bpmn(plan), template.form()), who);
        var version = publish && designs.isPublishable(key) ? designs.publish(key, FIRST, who) : null;
        return new Adopted(key, version, unmanned.stream().map(Step::name).toList());
    }

    /** Whoever adopts it owns it, and may hand it on in the designer. */
    private Plan owned(Plan plan, Account who) {
        return organization
                .person(who.id())
                .map(person -> {
                    var settings = new LinkedHashMap<>(plan.settings());
                    settings.put("owner", "person:" + person.username());
                    return plan.with(plan.name(), plan.guide(), settings);
                })
                .orElse(plan);
    }

    private static Step withNobody(Step step) {
        return new Step(
                step.id(),
                step.name(),
                step.approval(),
                Who.of("", List.of(), Map.of()),
                step.mode(),
                step.threshold(),
                step.returns(),
                step.limit(),
                step.fields(),
                step.guide(),
                step.settings());
    }
}
