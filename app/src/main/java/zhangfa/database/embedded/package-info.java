/** The PostgreSQL that the product brings along and runs itself on the data folder. */
@NullMarked
package zhangfa.database.embedded;

import org.jspecify.annotations.NullMarked;
