/** People: who they are, where they work, who stands in for them. */
@NullMarked
package zhangfa.organization.person;

import org.jspecify.annotations.NullMarked;
