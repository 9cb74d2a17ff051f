package zhangfa.work.design;

import java.time.Instant;

/** A design in the list. */
public record DesignRow(String process, String name, boolean isNew, Instant changedAt) {

    static DesignRow of(Design design) {
        var plan = design.reading().plan();
        return new DesignRow(
                design.process(),
                plan == null ? design.process() : plan.name(),
                design.base() == null,
                design.changedAt());
    }
}
