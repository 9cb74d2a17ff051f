/** The form of a process as a list of fields, read from JSON Schema and written to it. */
@NullMarked
package zhangfa.work.sheet;

import org.jspecify.annotations.NullMarked;
