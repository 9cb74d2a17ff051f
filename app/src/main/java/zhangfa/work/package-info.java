/** The daily work: my day, the inbox, starting a case, deciding on one, following one. */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "api",
            "ui",
            "money",
            "identity",
            "organization",
            "calendar",
            "journal",
            "file",
            "notification",
            "process",
            "flow"
        })
@NullMarked
package zhangfa.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
