package zhangfa.flow.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import zhangfa.flow.naive.Slot.Stand;

/** Who signs a step: the modes, and signers added before, beside and after others. */
final class Signers {

    private final String mode;
    private final String threshold;
    final List<Slot> slots = new ArrayList<>();

    Signers(Shape step, List<String> people, Map<String, Integer> weights, Lineage lineage, int round) {
        var said = step.attribute("mode");
        mode = said.isEmpty() ? "any" : said;
        threshold = step.attribute("threshold");
        if (mode.equals("any")) {
            slots.add(new Slot(lineage.of("shared", round), people, Stand.FIRST, null, 1));
        } else {
            for (var person : people) {
                var weight = mode.equals("weighted") ? weights.getOrDefault(person, 1) : 1;
                slots.add(new Slot(lineage.of("signer " + person, round), List.of(person), Stand.FIRST, null, weight));
            }
        }
    }

    List<Slot> all() {
        return slots.stream()
                .flatMap(slot -> slot.whole().stream())
                .filter(slot -> !slot.removed)
                .toList();
    }

    /** Asked now: nobody has to speak before. */
    boolean isOpen(Slot slot) {
        return !slot.isSettled() && isFree(slot) && noneBefore(slot);
    }

    /** Waits for somebody who speaks before. */
    boolean isHeld(Slot slot) {
        return !slot.isSettled() && !isOpen(slot);
    }

    private static boolean noneBefore(Slot slot) {
        return slot.added.stream().filter(one -> one.stand == Stand.BEFORE).allMatch(Slot::isWholeSettled);
    }

    private boolean isFree(Slot slot) {
        if (slot.by == null) {
            return !mode.equals("sequence")
                    || slots.subList(0, slots.indexOf(slot)).stream().allMatch(Slot::isWholeSettled);
        }
        return isFree(slot.by) && (slot.stand != Stand.AFTER || slot.by.isSettled());
    }

    boolean isAgreed() {
        return counts() ? reaches(weight(true)) : all().stream().allMatch(slot -> Boolean.TRUE.equals(slot.agreed));
    }

    boolean isRefused() {
        return counts()
                ? !reaches(total() - weight(false))
                : all().stream().anyMatch(slot -> Boolean.FALSE.equals(slot.agreed));
    }

    private boolean counts() {
        return mode.equals("ratio") || mode.equals("weighted");
    }

    private int total() {
        return all().stream().mapToInt(slot -> slot.weight).sum();
    }

    private int weight(boolean agreed) {
        return all().stream()
                .filter(slot -> slot.agreed != null && slot.agreed == agreed)
                .mapToInt(slot -> slot.weight)
                .sum();
    }

    private boolean reaches(int weight) {
        var parts = threshold.endsWith("%")
                ? List.of(threshold.replace("%", ""), "100")
                : List.of(threshold.split("/", -1));
        return weight * Integer.parseInt(parts.getLast()) >= total() * Integer.parseInt(parts.getFirst());
    }
}
