package zhangfa.process.run;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.process.FlowAction;
import zhangfa.process.FlowError;
import zhangfa.process.Moment;

/** A bank outside, which is shut, says no, or pays once for each key. */
@Component
class Bank {

    private final Map<UUID, UUID> paid = new ConcurrentHashMap<>();

    @FlowAction(value = "test.bank", after = true)
    Map<String, Object> pay(Moment moment) {
        switch (String.valueOf(moment.form().get("bank"))) {
            case "shut" -> throw new IllegalStateException("The bank is shut");
            case "refuses" -> throw Refusal.conflict("No such account");
            case "broke" -> throw new FlowError("broke");
            default -> paid.putIfAbsent(moment.work(), moment.caseId());
        }
        return new HashMap<>(Map.of("receipt", moment.work().toString()));
    }

    long paymentsFor(UUID caseId) {
        return paid.values().stream().filter(caseId::equals).count();
    }
}
