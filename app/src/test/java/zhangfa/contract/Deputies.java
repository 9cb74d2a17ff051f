package zhangfa.contract;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody who was away in a test comes back after it. */
final class Deputies {

    private Deputies() {}

    static String path(String person) {
        return "/api/v1/organization/people/" + person + "/deputies";
    }

    /** From the day before yesterday on, whatever the zone, by the person's own word. */
    static Api.Answer away(Api api, String person, String deputy, String scope) {
        return away(api, person, person, deputy, scope);
    }

    static Api.Answer away(Api api, String who, String person, String deputy, String scope) {
        var today = LocalDate.now();
        return api.post(
                who,
                path(person),
                Map.of("deputy", deputy, "scope", scope, "from", today.minusDays(2), "through", today.plusDays(3)));
    }

    static void back(Api api, JdbcClient database) {
        database.sql("select p.username, d.id from organization.deputy d join organization.person p on p.id = d.person")
                .query((row, number) -> path(row.getString("username")) + "/" + row.getString("id"))
                .list()
                .forEach(deputy ->
                        api.post("root", deputy + "/actions/withdraw", Map.of()).isFine(200));
    }
}
