/** The form of a case on a page: drawn from its schema, read back from what was sent. */
@NullMarked
package zhangfa.work.form;

import org.jspecify.annotations.NullMarked;
