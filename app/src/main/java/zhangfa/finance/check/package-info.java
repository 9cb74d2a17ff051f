/** What approvers are shown about a claim before they decide. */
@NullMarked
package zhangfa.finance.check;

import org.jspecify.annotations.NullMarked;
