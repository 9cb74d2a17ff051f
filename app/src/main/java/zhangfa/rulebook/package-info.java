/** The rulebook as code: its tree, the practices that carry its articles out, their controls, and how far it is lived. */
@ApplicationModule(
        allowedDependencies = {
            "api",
            "ui",
            "database",
            "identity",
            "organization",
            "calendar",
            "file",
            "job",
            "notification",
            "process",
            "register"
        })
@NullMarked
package zhangfa.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
