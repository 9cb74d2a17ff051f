/** The REST API of processes, cases and tasks. */
@NullMarked
package zhangfa.process.web;

import org.jspecify.annotations.NullMarked;
