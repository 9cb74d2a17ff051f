/** Process definitions: versions of a model with its form, guide and owner. */
@NullMarked
package zhangfa.process.definition;

import org.jspecify.annotations.NullMarked;
