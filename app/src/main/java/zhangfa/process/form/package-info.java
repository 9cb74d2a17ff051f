/** The form of a case: JSON Schema with hints, checked on the server. */
@NullMarked
package zhangfa.process.form;

import org.jspecify.annotations.NullMarked;
