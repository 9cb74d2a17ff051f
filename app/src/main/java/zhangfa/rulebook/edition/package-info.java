/** How an edition comes to be: begun, written, handed in, decided in a case, and read by those whom it binds. */
@NullMarked
package zhangfa.rulebook.edition;

import org.jspecify.annotations.NullMarked;
