/** What is the matter with a company's own rules: plain rules and text similarity find what a reader would ask about. */
@NullMarked
package zhangfa.rulebook.checkup;

import org.jspecify.annotations.NullMarked;
