/** Who people of outside systems are here. */
@NullMarked
package zhangfa.directory.link;

import org.jspecify.annotations.NullMarked;
