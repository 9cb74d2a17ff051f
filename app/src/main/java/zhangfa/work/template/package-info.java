/** Everyday processes that ship with the product, ready to be adopted. */
@NullMarked
package zhangfa.work.template;

import org.jspecify.annotations.NullMarked;
