/** Forms that are begun and not handed in. */
@NullMarked
package zhangfa.process.draft;

import org.jspecify.annotations.NullMarked;
