package zhangfa.process.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import zhangfa.api.Idempotency;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.Messages;
import zhangfa.process.Messages.Incoming;

/** Messages for one case, and signals for all that wait for them, from other systems and from owners of processes. */
@RestController
@RequestMapping("/api/v1")
class MessageController {

    private final Messages messages;

    MessageController(Messages messages) {
        this.messages = messages;
    }

    /** {@code key} tells the case apart, as its model computes it; {@code case} names it outright. */
    record Message(
            @Nullable String name,
            @Nullable String key,
            @JsonProperty("case") @Nullable UUID of,
            @Nullable JsonNode form) {}

    /** What is called out. */
    record Signal(@Nullable String name) {}

    @PostMapping("/messages")
    @SignedIn
    Map<String, Object> message(
            @RequestBody Message message,
            @RequestAttribute(name = Idempotency.COMMAND, required = false) @Nullable UUID command,
            Account who) {
        var taken = messages.deliver(
                who,
                new Incoming(text(message.name()), message.key(), message.of(), Forms.fields(message.form()), command));
        return Map.of("case", taken);
    }

    @PostMapping("/signals")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @SignedIn
    Messages.Sent signal(
            @RequestBody Signal signal,
            @RequestAttribute(name = Idempotency.COMMAND, required = false) @Nullable UUID command,
            Account who) {
        return messages.signal(who, text(signal.name()), command);
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name.strip();
    }
}
