/** Who works where: units, positions, people, dated assignments, heads, deputies and the authority matrix. */
@ApplicationModule(allowedDependencies = {"database", "api", "ui", "money", "identity"})
@NullMarked
package zhangfa.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
