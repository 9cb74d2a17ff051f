/** The rulebooks as their readers see them: chapters, sections, articles and clauses. */
@NullMarked
package zhangfa.rulebook.tree;

import org.jspecify.annotations.NullMarked;
