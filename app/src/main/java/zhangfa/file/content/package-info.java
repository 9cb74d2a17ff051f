/** The bytes of files: what type they are, and how they lie on disk. */
@NullMarked
package zhangfa.file.content;

import org.jspecify.annotations.NullMarked;
