/** Where the company's data lives: the embedded or the given PostgreSQL, and the one generator of keys. */
@ApplicationModule(allowedDependencies = {"command"})
@NullMarked
package zhangfa.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
