/** Who acts for whoever is away. */
@NullMarked
package zhangfa.process.deputy;

import org.jspecify.annotations.NullMarked;
