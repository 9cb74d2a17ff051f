package zhangfa.process.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Idempotency;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.Batch;

/** Many tasks at once; the answer is 200 also where some or all of them were refused, and says so row by row. */
@RestController
class BatchController {

    private final Batch batch;
    private final Words words;

    BatchController(Batch batch, Words words) {
        this.batch = batch;
        this.words = words;
    }

    /** Which tasks, and the opinion that goes with each. */
    record Wish(
            @Nullable List<@Nullable UUID> tasks, @Nullable String comment) {

        List<UUID> all() {
            return tasks == null
                    ? List.of()
                    : tasks.stream().filter(Objects::nonNull).toList();
        }
    }

    @PostMapping("/api/v1/tasks/actions/{action}")
    @SignedIn
    Map<String, Object> act(
            @PathVariable String action,
            @RequestBody Wish wish,
            @RequestAttribute(name = Idempotency.COMMAND, required = false) @Nullable UUID command,
            Account who) {
        return Map.of(
                "items",
                batch.act(who, wish.all(), action, wish.comment(), command).stream()
                        .map(this::shape)
                        .toList());
    }

    private Map<String, @Nullable Object> shape(Batch.Answer answer) {
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("task", answer.id());
        shape.put("case", answer.task() == null ? null : answer.task().of().id());
        shape.put("done", answer.isDone());
        if (answer.refusal() != null) {
            shape.put("status", answer.refusal().kind().status());
            shape.put("detail", said(answer.refusal()));
        }
        return shape;
    }

    private String said(Refusal refusal) {
        return words.say(
                refusal.faults().isEmpty()
                        ? refusal.detail()
                        : refusal.faults().getFirst().detail());
    }
}
