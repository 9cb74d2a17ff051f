/** The command line {@code bin/zhangfa mining}: one class for each verb; the result alone on standard output, as JSON. */
@NullMarked
package zhangfa.mining.command;

import org.jspecify.annotations.NullMarked;
