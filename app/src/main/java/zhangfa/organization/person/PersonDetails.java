package zhangfa.organization.person;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the page of a person shows beyond a row. */
public record PersonDetails(
        PersonRow row,
        @Nullable String email,
        @Nullable String phone,
        LocalDate joinedOn,
        List<Assignment> assignments,
        List<Deputy> deputies) {

    /** Where somebody worked from when to when; {@code until} is the last day, null while it lasts. */
    public record Assignment(
            String unit,
            @Nullable String position,
            String level,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** Who stands in from when to when, and in what; {@code until} is the last day. */
    public record Deputy(
            UUID id,
            UUID person,
            String name,
            String scope,
            LocalDate from,
            @Nullable LocalDate until) {}
}
