package zhangfa.directory.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A platform's contacts as they were at one moment. */
public record Contacts(List<Department> departments, List<Member> members) {

    /**
     * A department.
     *
     * @param parent null for the one at the top
     */
    public record Department(
            String id, String name, @Nullable String parent) {}

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
            @Nullable String phone) {}
}
