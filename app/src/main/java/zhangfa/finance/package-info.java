/** Money that the company spends: expense claims with their vouchers, checks and payments. */
@ApplicationModule(
        allowedDependencies = {"database", "api", "ui", "money", "identity", "organization", "file", "process"})
@NullMarked
package zhangfa.finance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
