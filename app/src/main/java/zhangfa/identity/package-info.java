/** Who may come in: accounts, log-in, sessions, API tokens, roles with their permissions and data scope. */
@ApplicationModule(allowedDependencies = {"database", "api", "ui"})
@NullMarked
package zhangfa.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
