package zhangfa.work.handover;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.organization.Succession;
import zhangfa.process.Handover;

/** What somebody would leave behind, and its passing on in one action. */
@Component
class HandoverDesk {

    private final Organization organization;
    private final Succession succession;
    private final Handover handover;

    HandoverDesk(Organization organization, Succession succession, Handover handover) {
        this.organization = organization;
        this.succession = succession;
        this.handover = handover;
    }

    /**
     * What lies with a person now.
     *
     * @param leads names of the units that they lead
     * @param mayLeave whether the reader may pass on also what is the person's own in the organisation
     */
    record Estate(Person person, List<Handover.Lying> tasks, List<String> leads, boolean mayLeave) {}

    /** @throws Refusal where there is no such person, or this account may not pass on their work */
    Estate of(UUID id, Account who) {
        var person = organization.person(id).orElseThrow(Refusal::notThere);
        if (!succession.mayPassOn(who, id)) {
            throw Refusal.notAllowed();
        }
        return new Estate(
                person,
                handover.tasksOf(id),
                succession.unitsLedBy(id),
                who.may(Permission.ORGANIZATION_MANAGE) && !who.id().equals(id));
    }

    /**
     * Moves all of it.
     *
     * @param to username of the successor
     * @param leaves the person leaves, so that the successor takes their place for good; otherwise stands in for them
     */
    List<Handover.Moved> pass(UUID id, String to, boolean leaves, @Nullable String comment, Account who) {
        var estate = of(id, who);
        var successor = Optional.of(to)
                .flatMap(organization::personNamed)
                .filter(Person::active)
                .orElseThrow(() -> Refusal.invalid(
                        "/to", to.isBlank() ? "{form.required}" : "{process.no-such-person|" + to + "}"));
        if (successor.id().equals(id)) {
            throw Refusal.invalid("/to", "{work.handover.oneself}");
        }
        if (leaves) {
            if (!estate.mayLeave()) {
                throw Refusal.notAllowed();
            }
            succession.succeed(id, successor.id(), who);
        }
        return handover.handOver(who, id, successor.id(), !leaves, comment);
    }
}
