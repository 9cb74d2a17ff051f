/** Records from files and into files: CSV and Excel, first on trial, then all or none. */
@NullMarked
package zhangfa.register.exchange;

import org.jspecify.annotations.NullMarked;
