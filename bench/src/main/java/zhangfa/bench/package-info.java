/** How fast the product is, measured beside what the same database could do at most. */
@NullMarked
package zhangfa.bench;

import org.jspecify.annotations.NullMarked;
