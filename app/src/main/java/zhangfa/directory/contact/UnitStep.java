package zhangfa.directory.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.directory.platform.Contacts.Department;

/**
 * What becomes of one department.
 *
 * @param unit the unit that it is here; null for one to be founded
 * @param linked whether that was known before
 */
record UnitStep(Department department, @Nullable UUID unit, boolean linked, boolean renamed, boolean moved) {

    Difference.Kind kind() {
        if (unit == null) {
            return Difference.Kind.FOUND;
        }
        if (renamed || moved) {
            return Difference.Kind.UPDATE;
        }
        return linked ? Difference.Kind.KEEP : Difference.Kind.LINK;
    }
}
