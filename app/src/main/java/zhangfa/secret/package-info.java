/** The installation's one secret outside the database, and the keys that others derive from it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhangfa.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
