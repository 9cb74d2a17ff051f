/** Finds chapters, sections and articles in the text of a company's own rules. Plain functions: no database, no clock. */
@NullMarked
package zhangfa.rulebook.structure;

import org.jspecify.annotations.NullMarked;
