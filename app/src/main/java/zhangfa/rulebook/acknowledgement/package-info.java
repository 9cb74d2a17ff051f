/** Who has read and understood which version: asked of everybody in its scope, and again only of what has changed. */
@NullMarked
package zhangfa.rulebook.acknowledgement;

import org.jspecify.annotations.NullMarked;
