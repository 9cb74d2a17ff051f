/** The list of claims: mine, or all of them for the people of finance. */
@NullMarked
package zhangfa.finance.ledger;

import org.jspecify.annotations.NullMarked;
