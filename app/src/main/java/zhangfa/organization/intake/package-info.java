/** People come in from one Excel file: template, dry run, import. */
@NullMarked
package zhangfa.organization.intake;

import org.jspecify.annotations.NullMarked;
