/** Expense claims: what was filed, which rules it keeps, what approvers are shown. */
@NullMarked
package zhangfa.finance.claim;

import org.jspecify.annotations.NullMarked;
