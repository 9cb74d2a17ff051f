/** Money: exact amounts with their currency, and how they are written. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhangfa.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
