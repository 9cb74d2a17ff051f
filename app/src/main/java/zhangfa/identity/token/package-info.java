/** API tokens: opaque, expiring, kept only as digests. */
@NullMarked
package zhangfa.identity.token;

import org.jspecify.annotations.NullMarked;
