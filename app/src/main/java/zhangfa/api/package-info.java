/** The manners of the REST API that every module shares: refusals as problems, lists by cursor, JSON as the contract wants it. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhangfa.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
