/** Units of the organisation: the chart, and changes to it. */
@NullMarked
package zhangfa.organization.unit;

import org.jspecify.annotations.NullMarked;
