/** Everybody's own centre of notices: the bell, the page, the API. */
@NullMarked
package zhangfa.notification.centre;

import org.jspecify.annotations.NullMarked;
