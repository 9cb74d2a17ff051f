/** Reads the text out of documents: DOCX, PDF, HTML, Markdown and plain text. Whatever a file holds, nothing but its import fails. */
@NullMarked
package zhangfa.rulebook.document;

import org.jspecify.annotations.NullMarked;
