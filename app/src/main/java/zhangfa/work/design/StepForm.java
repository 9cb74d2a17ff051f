package zhangfa.work.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhangfa.api.PlainText;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.work.plan.Block.Copy;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.TimeLimit;
import zhangfa.work.plan.Who;

/**
 * A step or a copy as somebody fills it in.
 *
 * @param whom a strategy; then the parameter beside it that belongs to it counts
 * @param initiator what becomes of an initiator who would be asked
 * @param empty what happens where nobody is found
 * @param access what the step may do with fields, by their keys
 */
public record StepForm(
        @Nullable String name,
        @Nullable String whom,
        @Nullable List<String> person,
        @Nullable List<String> position,
        @Nullable String unit,
        @Nullable String level,
        @Nullable String field,
        @Nullable String matter,
        @Nullable String mode,
        @Nullable Integer percent,
        @Nullable String initiator,
        @Nullable String empty,
        @Nullable Integer amount,
        @Nullable String measure,
        @Nullable String expiry,
        @Nullable String taker,
        @Nullable String rejection,
        @Nullable String guide,
        @Nullable Map<String, String> access) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_GUIDE = 2000;
    private static final int LONGEST_LIMIT = 999;
    private static final Set<String> ACCESSES = Set.of("hidden", "read", "write", "required");
    private static final Set<String> MODES = Set.of("any", "all", "sequence", "ratio");
    private static final Set<String> EXPIRIES = Set.of("remind", "escalate", "transfer", "pass", "reject");

    /** The step as it becomes; what the form does not ask for stays. */
    Step step(Step present) {
        var faults = new ArrayList<Fault>();
        checkName(faults);
        if (said(guide).length() > LONGEST_GUIDE || !PlainText.is(said(guide))) {
            faults.add(new Fault("/guide", "{form.maxLength|" + LONGEST_GUIDE + "}"));
        }
        if (amount != null && (amount < 1 || amount > LONGEST_LIMIT)) {
            faults.add(new Fault("/amount", "{work.design.amount|" + LONGEST_LIMIT + "}"));
        }
        if (amount != null
                && said(expiry).equals("transfer")
                && taker(present.limit()).isEmpty()) {
            faults.add(new Fault("/taker", "{form.required}"));
        }
        var ratio = said(mode).equals("ratio");
        if (ratio && (percent == null || percent < 1 || percent > 100)) {
            faults.add(new Fault("/percent", "{work.design.percent}"));
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Step(
                present.id(),
                said(name).strip(),
                present.approval(),
                who(present.who()),
                MODES.contains(said(mode)) ? said(mode) : "any",
                ratio ? percent + "%" : null,
                present.approval() && said(rejection).equals("return"),
                limit(present.limit()),
                fields(),
                said(guide).isBlank() ? null : said(guide).strip().replace("\r", ""),
                settings(present.settings()));
    }

    Copy copy(Copy present) {
        var faults = new ArrayList<Fault>();
        checkName(faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        var to = new ArrayList<String>();
        listed(person).forEach(one -> to.add("person:" + one));
        listed(position).forEach(one -> to.add("position:" + one));
        if (!said(unit).isBlank()) {
            to.add("head:" + said(unit));
        }
        if (said(level).equals("1")) {
            to.add("unit-head");
        }
        return new Copy(present.id(), said(name).strip(), to);
    }

    private void checkName(List<Fault> faults) {
        var given = said(name).strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME || !PlainText.is(given)) {
            faults.add(new Fault("/name", "{work.design.name|" + LONGEST_NAME + "}"));
        }
    }

    private Who who(Who present) {
        var values = switch (said(whom)) {
            case "person" -> listed(person);
            case "position" -> listed(position);
            case "head" -> listed(List.of(said(unit)));
            case "unit-head" -> List.of(said(level).matches("[1-9]") ? said(level) : "1");
            case "field" -> listed(List.of(said(field)));
            case "authority" -> listed(List.of(said(matter)));
            default -> List.<String>of();
        };
        var chosen = Who.of(said(whom), values, present.parameters());
        return initiator == null || chosen.isNobody() ? chosen : chosen.withInitiator(initiator);
    }

    private @Nullable TimeLimit limit(@Nullable TimeLimit present) {
        if (amount == null) {
            return null;
        }
        return TimeLimit.of(
                amount,
                said(measure).equals("hours"),
                EXPIRIES.contains(said(expiry)) ? said(expiry) : "remind",
                taker(present),
                present == null ? Map.of() : present.attributes());
    }

    /** Who takes over: the person chosen, else whom the limit has named so far. */
    private String taker(@Nullable TimeLimit present) {
        if (!said(taker).isBlank()) {
            return "person:" + said(taker);
        }
        return present == null ? "" : present.to();
    }

    private Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        Objects.requireNonNullElse(access, Map.<String, String>of()).forEach((key, right) -> {
            if (ACCESSES.contains(right)) {
                fields.put(key, right);
            }
        });
        return fields;
    }

    private Map<String, String> settings(Map<String, String> present) {
        var settings = new LinkedHashMap<>(present);
        if (empty != null) {
            settings.remove("empty");
            if (Set.of("skip", "owner").contains(empty)) {
                settings.put("empty", empty);
            }
        }
        return settings;
    }

    private static List<String> listed(@Nullable List<String> values) {
        return Objects.requireNonNullElse(values, List.<String>of()).stream()
                .map(value -> value.replace(",", "").strip())
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }
}
