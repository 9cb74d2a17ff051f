/** Work for later that outlives the process: done at least once, by one of the nodes, again when it failed. */
@ApplicationModule(allowedDependencies = {"database", "api", "ui", "identity"})
@NullMarked
package zhangfa.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
