/** What was changed about the organisation, by whom and when. */
@NullMarked
package zhangfa.organization.history;

import org.jspecify.annotations.NullMarked;
