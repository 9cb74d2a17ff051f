package zhangfa.work.design;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.work.plan.PlanReading.Unshown;

/**
 * The drawing board as its page shows it.
 *
 * @param name of the process
 * @param start behind which the first step is put
 * @param open id of what stands in the panel; {@code form}, {@code trial}, or empty for the process itself
 * @param said every finding, to be said at the top
 * @param unshown what of the model cannot be shown; then there are no cards
 */
public record Board(
        Design design,
        String name,
        String start,
        String open,
        List<Card> cards,
        List<Finding> said,
        List<Unshown> unshown) {

    /**
     * A block of the plan.
     *
     * @param kind approval, work, copy, choice, several or parallel
     * @param strategy who is asked, as the last part of a message key
     * @param people their names, or what the rule says
     * @param limit how long, in words; null without
     */
    public record Card(
            String id,
            String kind,
            String name,
            String strategy,
            List<String> people,
            String mode,
            @Nullable String limit,
            List<Lane> lanes,
            List<Finding> findings) {

        public boolean isFork() {
            return kind.equals("choice") || kind.equals("several") || kind.equals("parallel");
        }

        public boolean isStep() {
            return kind.equals("approval") || kind.equals("work");
        }
    }

    /** The icon of a kind of block. */
    public static String icon(String kind) {
        return switch (kind) {
            case "approval" -> "rubber-stamp";
            case "work" -> "clipboard-check";
            case "copy" -> "send";
            case "parallel" -> "hierarchy";
            default -> "route";
        };
    }

    /**
     * A branch of a fork.
     *
     * @param all whether each test must hold; otherwise one is enough
     */
    public record Lane(
            String id,
            String name,
            boolean otherwise,
            boolean conditional,
            boolean all,
            List<Said> tests,
            List<Card> cards,
            List<Finding> findings) {}

    /** A comparison in words. */
    public record Said(String field, String comparison, String value) {}

    public boolean isShown() {
        return unshown.isEmpty();
    }

    public boolean isOpen(String id) {
        return open.equals(id);
    }

    public boolean isPublishable() {
        return said.stream().noneMatch(Finding::hinders);
    }

    public long hindering() {
        return said.stream().filter(Finding::hinders).count();
    }

    /** What is about the process as a whole. */
    public List<Finding> whole() {
        return said.stream()
                .filter(finding -> finding.element().equals(design.process()))
                .toList();
    }

    public String href() {
        return "/designs/" + design.process();
    }
}
