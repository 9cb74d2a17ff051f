/** Where cases stopped: what owners of processes look after, on pages and for programs. */
@NullMarked
package zhangfa.process.incident;

import org.jspecify.annotations.NullMarked;
