package zhangfa.contract;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everybody who was away in a test comes back after it. */
final class Deputies {

    private Deputies() {}

    static String path(String person) {
        return "/api/v1/organization/people/" + person + "/deputies";
    }

    static void back(Api api, JdbcClient database) {
        database.sql("select p.username, d.id from organization.deputy d join organization.person p on p.id = d.person")
                .query((row, number) -> path(row.getString("username")) + "/" + row.getString("id"))
                .list()
                .forEach(deputy ->
                        api.post("root", deputy + "/actions/withdraw", Map.of()).isFine(200));
    }
}
