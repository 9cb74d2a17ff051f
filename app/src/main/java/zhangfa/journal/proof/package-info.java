/** Seals over the journal, and the proof that nothing in it was changed. */
@NullMarked
package zhangfa.journal.proof;

import org.jspecify.annotations.NullMarked;
