/** Roles: what they permit, and how far their holders see. */
@NullMarked
package zhangfa.identity.role;

import org.jspecify.annotations.NullMarked;
