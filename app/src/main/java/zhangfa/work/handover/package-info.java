/** Passing on all that lies with somebody who is away or leaves. */
@NullMarked
package zhangfa.work.handover;

import org.jspecify.annotations.NullMarked;
