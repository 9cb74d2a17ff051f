/** Invoices and receipts: what can be read from their files. */
@NullMarked
package zhangfa.finance.voucher;

import org.jspecify.annotations.NullMarked;
