/** Attachments: typed by their content, encrypted at rest, seen by who may see what they hang on. */
@ApplicationModule(allowedDependencies = {"database", "api", "secret", "identity"})
@NullMarked
package zhangfa.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
