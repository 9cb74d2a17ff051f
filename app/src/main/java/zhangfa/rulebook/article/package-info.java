/** One article as it is read and as it runs. */
@NullMarked
package zhangfa.rulebook.article;

import org.jspecify.annotations.NullMarked;
