/** Payments of claims, each once. */
@NullMarked
package zhangfa.finance.payment;

import org.jspecify.annotations.NullMarked;
