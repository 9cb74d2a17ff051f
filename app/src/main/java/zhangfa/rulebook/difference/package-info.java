/** What is different between two editions: article by article, and word by word within one. */
@NullMarked
package zhangfa.rulebook.difference;

import org.jspecify.annotations.NullMarked;
