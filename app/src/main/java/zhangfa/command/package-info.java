/** What people do from the terminal, beside the running product or without it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhangfa.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
