package zhangfa.directory.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import zhangfa.api.PlainText;

/** A platform's contacts as they were at one moment. */
public record Contacts(List<Department> departments, List<Member> members) {

    private static final int LONGEST_NAME = 60;

    /**
     * A department.
     *
     * @param parent null for the one at the top
     */
    public record Department(
            String id, String name, @Nullable String parent) {

        public Department {
            name = tidy(name, id);
        }
    }

    /**
     * Somebody.
     *
     * @param subject the platform's id of the person
     * @param department their main one
     * @param username a name that may serve as username, as far as the platform has one
     */
    public record Member(
            String subject,
            String name,
            String department,
            @Nullable String username,
            @Nullable String email,
            @Nullable String phone) {

        public Member {
            subject = PlainText.of(subject);
            name = tidy(name, subject);
            email = email == null ? null : PlainText.of(email);
            phone = phone == null ? null : PlainText.of(phone);
        }
    }

    /** As long as names are here, and never empty. */
    private static String tidy(String name, String otherwise) {
        var plain = PlainText.of(name).strip();
        return plain.isEmpty() ? otherwise : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
    }
}
