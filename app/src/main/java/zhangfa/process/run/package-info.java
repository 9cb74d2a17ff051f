/** The runtime: one command, one transaction, one journal. */
@NullMarked
package zhangfa.process.run;

import org.jspecify.annotations.NullMarked;
