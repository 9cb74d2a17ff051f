/** Outside systems as administrators set them up. */
@NullMarked
package zhangfa.directory.provider;

import org.jspecify.annotations.NullMarked;
