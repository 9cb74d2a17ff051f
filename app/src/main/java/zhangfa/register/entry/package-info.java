/** The records of registers: listed, found, written by a form, each with its history. */
@NullMarked
package zhangfa.register.entry;

import org.jspecify.annotations.NullMarked;
