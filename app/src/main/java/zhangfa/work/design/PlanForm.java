package zhangfa.work.design;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhangfa.api.PlainText;
import zhangfa.api.Refusal;
import zhangfa.process.NumberRule;
import zhangfa.work.plan.Plan;

/**
 * What is said of a process as a whole.
 *
 * @param owner who answers for it; none leaves that as it is
 * @param number how its cases are numbered, as {@link NumberRule} reads it; blank where they are as all others
 * @param sameApprover whether whoever has approved is asked again: {@code off}, {@code consecutive}, {@code any}
 */
public record PlanForm(
        @Nullable String name,
        @Nullable String guide,
        @Nullable List<String> owner,
        @Nullable String number,
        @Nullable String sameApprover) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_GUIDE = 2000;

    static PlanForm of(Plan plan) {
        return new PlanForm(
                plan.name(),
                plan.guide(),
                List.of(plan.settings().getOrDefault("owner", "")),
                plan.settings().getOrDefault("number", ""),
                plan.settings().getOrDefault("same-approver", "off"));
    }

    Plan plan(Plan present) {
        var given = name == null ? "" : name.strip();
        var words = guide == null ? "" : guide.strip().replace("\r", "");
        if (given.isEmpty() || given.length() > LONGEST_NAME || !PlainText.is(given)) {
            throw Refusal.invalid("/name", "{work.design.name|" + LONGEST_NAME + "}");
        }
        if (words.length() > LONGEST_GUIDE || !PlainText.is(words)) {
            throw Refusal.invalid("/guide", "{form.maxLength|" + LONGEST_GUIDE + "}");
        }
        if (number != null
                && !number.isBlank()
                && NumberRule.read(number.strip()).isEmpty()) {
            throw Refusal.invalid("/number", "{work.design.number.unread}");
        }
        return present.with(given, words.isEmpty() ? null : words, settings(present.settings()));
    }

    private Map<String, String> settings(Map<String, String> present) {
        var settings = new LinkedHashMap<>(present);
        Objects.requireNonNullElse(owner, List.<String>of()).stream()
                .filter(username -> !username.isBlank())
                .findFirst()
                .ifPresent(username -> settings.put("owner", "person:" + username));
        if (number != null) {
            settings.remove("number");
            if (!number.isBlank()) {
                settings.put("number", number.strip());
            }
        }
        if (sameApprover != null) {
            settings.remove("same-approver");
            if (Set.of("consecutive", "any").contains(sameApprover)) {
                settings.put("same-approver", sameApprover);
            }
        }
        return settings;
    }
}
