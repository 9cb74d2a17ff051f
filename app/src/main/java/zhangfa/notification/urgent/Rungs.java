package zhangfa.notification.urgent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.notification.Channel;
import zhangfa.notification.Ladder;
import zhangfa.notification.Message;
import zhangfa.notification.Notifications;
import zhangfa.notification.Urgency;
import zhangfa.notification.delivery.Deliveries;
import zhangfa.notification.urgent.Climbs.Climb;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;

/** What happens at each rung: the notice leaves by a channel, or somebody else is told that it was not acknowledged. */
@Component
class Rungs {

    private final List<Channel> channels;
    private final Deliveries deliveries;
    private final Notifications notifications;
    private final Organization organization;

    Rungs(List<Channel> channels, Deliveries deliveries, Notifications notifications, Organization organization) {
        this.channels = channels;
        this.deliveries = deliveries;
        this.notifications = notifications;
        this.organization = organization;
    }

    /** Whether anybody could be reached at this rung. */
    boolean reach(String rung, Climb climb) {
        return switch (rung) {
            case Ladder.DEPUTY -> tell(organization.deputyOf(climb.person()), climb);
            case Ladder.HEAD ->
                tell(
                        organization.headsAbove(climb.person()).stream()
                                .filter(head -> !head.equals(climb.person()))
                                .findFirst(),
                        climb);
            default -> send(rung, climb);
        };
    }

    private boolean send(String channel, Climb climb) {
        var notable = new Channel.Notable(climb.message(), climb.kind(), Urgency.URGENT);
        var targets = channels.stream()
                .filter(open -> open.name().equals(channel) && open.isOpen())
                .flatMap(open -> open.targets(notable, Set.of(climb.person())).stream())
                .toList();
        targets.forEach(target -> deliveries.make(climb.message(), channel, target));
        return !targets.isEmpty();
    }

    /** They are asked to go there; what it says is not repeated to whom it was not said. */
    private boolean tell(Optional<UUID> somebody, Climb climb) {
        somebody.ifPresent(person -> notifications.send(new Message(
                UrgentDesk.UNHEARD,
                Set.of(person),
                "notification.unheard",
                List.of(organization.person(climb.person()).map(Person::name).orElse("—")),
                null,
                null,
                climb.caseId(),
                Urgency.URGENT,
                List.of())));
        return somebody.isPresent();
    }
}
