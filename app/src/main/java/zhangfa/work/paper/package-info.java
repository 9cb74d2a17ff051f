/** Cases on paper: a PDF with form, opinions and the company's seal image, and the page that says whether it is genuine. */
@NullMarked
package zhangfa.work.paper;

import org.jspecify.annotations.NullMarked;
