/** The simple designer: processes drawn by people who are no programmers, tried out and published. */
@NullMarked
package zhangfa.work.design;

import org.jspecify.annotations.NullMarked;
