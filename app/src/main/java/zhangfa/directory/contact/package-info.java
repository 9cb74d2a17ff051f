/** Contacts of office platforms taken into the organisation: what would change, then the change. */
@NullMarked
package zhangfa.directory.contact;

import org.jspecify.annotations.NullMarked;
