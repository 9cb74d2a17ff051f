package zhangfa.directory.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.directory.platform.Contacts.Member;

/**
 * What becomes of one person.
 *
 * @param person who it is here; null for somebody new
 * @param username of the account, there or to be made
 * @param linked whether it was known before who they are
 * @param described whether name or ways to reach them differ
 * @param moved whether they work in another unit
 * @param unclear why nothing is done, as a message key; null where all is clear
 */
record PersonStep(
        Member member,
        @Nullable UUID person,
        String username,
        boolean linked,
        boolean described,
        boolean moved,
        @Nullable String unclear) {

    static PersonStep unclear(Member member, @Nullable UUID person, String why) {
        return new PersonStep(member, person, "", false, false, false, why);
    }

    Difference.Kind kind() {
        if (unclear != null) {
            return Difference.Kind.UNCLEAR;
        }
        if (person == null) {
            return Difference.Kind.JOIN;
        }
        if (described || moved) {
            return Difference.Kind.UPDATE;
        }
        return linked ? Difference.Kind.KEEP : Difference.Kind.LINK;
    }
}
