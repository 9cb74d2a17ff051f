/** The company's data in one portable file, and back out of it. */
@NullMarked
package zhangfa.database.backup;

import org.jspecify.annotations.NullMarked;
