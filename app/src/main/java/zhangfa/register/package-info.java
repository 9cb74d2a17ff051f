/** Registers: records that people keep by a schema of their own making, with states, numbers, rights and history. */
@ApplicationModule(allowedDependencies = {"api", "ui", "database", "identity", "organization", "journal"})
@NullMarked
package zhangfa.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
