/** One way to reach people: what is said to them, their own centre of notices, and what is live on their open pages. */
@ApplicationModule(
        allowedDependencies = {"database", "api", "ui", "identity", "organization", "calendar", "job", "secret"})
@NullMarked
package zhangfa.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
