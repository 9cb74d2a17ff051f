/** Process trees: block-structured models, their files, their notation and the nets that mean the same. */
@NullMarked
package zhangfa.mining.tree;

import org.jspecify.annotations.NullMarked;
