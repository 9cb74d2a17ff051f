/** What people do with the product, in a real browser against the real server. */
@NullMarked
package zhangfa.e2e;

import org.jspecify.annotations.NullMarked;
