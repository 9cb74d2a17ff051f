/** How files come in and go out. */
@NullMarked
package zhangfa.file.upload;

import org.jspecify.annotations.NullMarked;
