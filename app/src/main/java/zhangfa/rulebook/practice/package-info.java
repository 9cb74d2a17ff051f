/** The practices: what carries articles out, each kept in one section folder and adopted by the company. */
@NullMarked
package zhangfa.rulebook.practice;

import org.jspecify.annotations.NullMarked;
