package zhangfa.organization.intake;

import org.jspecify.annotations.Nullable;
import zhangfa.organization.Person;
import zhangfa.organization.PostLevel;

/**
 * What one good row does.
 *
 * @param known the person with this username, or null for somebody new
 */
record StaffStep(StaffRow row, @Nullable Person known, PostLevel level, boolean leads, Kind kind) {

    enum Kind {
        CREATE,
        UPDATE,
        KEEP
    }
}
