package zhangfa.organization;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the authority matrix: beyond its limit, a matter of this unit and all below needs this approver.
 *
 * @param unit null for the row that holds wherever no closer one does
 * @param kind how {@code approver} is to be read
 * @param approver a unit's key, a position's key, or a username
 */
record Authority(String matter, @Nullable UUID unit, BigDecimal limit, Kind kind, String approver) {

    enum Kind {
        HEAD,
        POSITION,
        PERSON
    }
}
