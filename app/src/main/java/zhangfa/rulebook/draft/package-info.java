/** A company's own text on its way to a rulebook: read from a document, its structure corrected by a person. */
@NullMarked
package zhangfa.rulebook.draft;

import org.jspecify.annotations.NullMarked;
