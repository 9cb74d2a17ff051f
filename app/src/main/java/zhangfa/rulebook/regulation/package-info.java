/** The company's own regulations: their editions, the provisions in them, and which edition is in force on a day. */
@NullMarked
package zhangfa.rulebook.regulation;

import org.jspecify.annotations.NullMarked;
