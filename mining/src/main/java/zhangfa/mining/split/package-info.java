/** Split Miner: models that need not be made of blocks. */
@NullMarked
package zhangfa.mining.split;

import org.jspecify.annotations.NullMarked;
