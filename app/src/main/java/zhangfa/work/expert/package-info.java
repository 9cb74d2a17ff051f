/** The expert view: a model as a diagram, checked while it is drawn, and compared with another version. */
@NullMarked
package zhangfa.work.expert;

import org.jspecify.annotations.NullMarked;
