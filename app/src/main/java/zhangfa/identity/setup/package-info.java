/** The first start of an empty installation: a one-time link makes the first administrator, then guided steps. */
@NullMarked
package zhangfa.identity.setup;

import org.jspecify.annotations.NullMarked;
