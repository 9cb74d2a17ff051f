/** Coming in and going out: the two security chains, the log-in page, the session. */
@NullMarked
package zhangfa.identity.signin;

import org.jspecify.annotations.NullMarked;
