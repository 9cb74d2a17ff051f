/** The frame of every page: who reads, in which language, what the menu offers, and how times and money are written. */
@ApplicationModule(allowedDependencies = {"money", "api"})
@NullMarked
package zhangfa.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
