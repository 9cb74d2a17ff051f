/** The append-only event journal: hash chains per stream, seals over all of them, and the proof that nothing was changed. */
@ApplicationModule(
        allowedDependencies = {"database", "api", "ui", "secret", "identity", "organization", "command", "job"})
@NullMarked
package zhangfa.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
