package zhangfa.work.handover;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.Handover;

/** What lies with a person, by username, and its passing on; the answer is 200 also where some tasks stay, and says so. */
@RestController
@RequestMapping("/api/v1/organization/people/{username}")
class HandoverApi {

    private final HandoverDesk desk;
    private final Organization organization;
    private final Words words;

    HandoverApi(HandoverDesk desk, Organization organization, Words words) {
        this.desk = desk;
        this.organization = organization;
        this.words = words;
    }

    /** {@code leaves}: for good, with units led and places in the authority matrix; else the successor stands in. */
    record Wish(
            @Nullable String to,
            @Nullable Boolean leaves,
            @Nullable String comment) {}

    /** What would be passed on. */
    record Estate(List<Task> tasks, List<String> unitsLed) {}

    /** A task that lies with the person alone; {@code step} is null for what only the initiator can do. */
    record Task(
            UUID task,
            String number,
            String process,
            @Nullable String step) {

        static Task of(Handover.Lying lying) {
            return new Task(lying.task(), lying.number(), lying.process(), lying.step());
        }
    }

    @GetMapping("/handover")
    @SignedIn
    Estate show(@PathVariable String username, Account who) {
        var estate = desk.of(person(username), who);
        return new Estate(estate.tasks().stream().map(Task::of).toList(), estate.leads());
    }

    @PostMapping("/actions/hand_over")
    @SignedIn
    Map<String, Object> handOver(@PathVariable String username, @RequestBody Wish wish, Account who) {
        var moved = desk.pass(
                person(username),
                Objects.requireNonNullElse(wish.to(), ""),
                Boolean.TRUE.equals(wish.leaves()),
                wish.comment(),
                who);
        return Map.of("items", moved.stream().map(this::shape).toList());
    }

    private Map<String, @Nullable Object> shape(Handover.Moved moved) {
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("task", moved.task().task());
        shape.put("number", moved.task().number());
        shape.put("done", moved.refusal() == null);
        shape.put(
                "to",
                moved.to() == null
                        ? null
                        : organization.person(moved.to()).map(Person::username).orElse(null));
        if (moved.refusal() != null) {
            shape.put("status", moved.refusal().kind().status());
            shape.put("detail", words.say(moved.refusal().detail()));
        }
        return shape;
    }

    private UUID person(String username) {
        return organization.personNamed(username).map(Person::id).orElseThrow(Refusal::notThere);
    }
}
