/** One's drafts. */
@NullMarked
package zhangfa.work.draft;

import org.jspecify.annotations.NullMarked;
