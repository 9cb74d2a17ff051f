/** When work is done: business calendars by unit with holidays and make-up workdays, and the clock that counts working time. */
@ApplicationModule(allowedDependencies = {"database", "api", "ui", "identity", "organization"})
@NullMarked
package zhangfa.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
