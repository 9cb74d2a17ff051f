/** What a register is made of: fields, states, who may read and write; and the table that is made from it. */
@NullMarked
package zhangfa.register.schema;

import org.jspecify.annotations.NullMarked;
