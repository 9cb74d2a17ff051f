/** What has to be done again and again, as sections and the company itself lay it down: when, by whom, proved by what. */
@NullMarked
package zhangfa.rulebook.obligation;

import org.jspecify.annotations.NullMarked;
