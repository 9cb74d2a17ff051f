package zhangfa.organization;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about the organisation was changed, published in the transaction of the change.
 *
 * @param what the change in the past tense, such as {@code unit-moved} or {@code head-appointed}
 * @param subject the unit or person concerned
 * @param who the account that changed it; null when the product itself did
 * @param details what it is now, by field
 */
public record OrganizationChanged(
        String what, UUID subject, @Nullable UUID who, Map<String, String> details) {}
