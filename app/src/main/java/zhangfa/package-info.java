/** Zhangfa 章法: a company works by its own rulebook. Each package below is a module with its own door. */
@NullMarked
package zhangfa;

import org.jspecify.annotations.NullMarked;
