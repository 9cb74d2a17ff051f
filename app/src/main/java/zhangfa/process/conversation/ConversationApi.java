package zhangfa.process.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;
import zhangfa.organization.Person;
import zhangfa.process.CaseTalk;
import zhangfa.process.Conversation;
import zhangfa.process.Reading;

/** What was said about a case by phone, in chats and face to face, for programs. */
@RestController
@RequestMapping("/api/v1/cases/{id}/conversations")
class ConversationApi {

    private final CaseTalk talk;
    private final Reading reading;
    private final Conversations conversations;
    private final Organization organization;

    ConversationApi(CaseTalk talk, Reading reading, Conversations conversations, Organization organization) {
        this.talk = talk;
        this.reading = reading;
        this.conversations = conversations;
        this.organization = organization;
    }

    /** With a colleague ({@code person}, by username) or somebody outside ({@code contact}). */
    record Wish(
            @Nullable String person,
            @Nullable String contact,
            @Nullable String channel,
            @Nullable Instant at,
            @Nullable String outcome,
            @Nullable String next,
            @Nullable LocalDate nextOn) {

        Conversation said() {
            return new Conversation(
                    person,
                    contact,
                    Objects.requireNonNullElse(channel, ""),
                    at,
                    Objects.requireNonNullElse(outcome, ""),
                    next,
                    nextOn);
        }
    }

    /** A conversation; people by username. */
    record Shape(
            UUID id,
            @Nullable String person,
            @Nullable String contact,
            String channel,
            @Nullable Instant at,
            String outcome,
            @Nullable String next,
            @Nullable LocalDate nextOn,
            @Nullable String recordedBy,
            Instant recordedAt,
            @Nullable Instant remindedAt) {}

    @PostMapping
    @SignedIn
    @ResponseStatus(HttpStatus.CREATED)
    Shape record(@PathVariable UUID id, @RequestBody Wish wish, Account who) {
        talk.record(who, id, wish.said());
        return list(id, 1, null, who).items().getFirst();
    }

    @GetMapping
    @SignedIn
    Listing<Shape> list(
            @PathVariable UUID id,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            Account who) {
        return conversations
                .of(reading.caseFile(who, id).id(), Window.of(size, after))
                .map(this::shape);
    }

    private Shape shape(Conversations.Kept kept) {
        var said = kept.said();
        return new Shape(
                kept.id(),
                username(kept.person()),
                said.contact(),
                said.channel(),
                said.at(),
                said.outcome(),
                said.next(),
                said.nextOn(),
                username(kept.by()),
                kept.recordedAt(),
                kept.remindedAt());
    }

    private @Nullable String username(@Nullable UUID person) {
        return person == null
                ? null
                : organization.person(person).map(Person::username).orElse(null);
    }
}
