/** Definitions and their versions, and the durable runtime: cases that live by a process model, one transaction per command. */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "api",
            "ui",
            "money",
            "job",
            "identity",
            "organization",
            "calendar",
            "journal",
            "file",
            "notification",
            "flow"
        })
@NullMarked
package zhangfa.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
