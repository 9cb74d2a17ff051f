package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What journeys through sections share: a case is begun, and has entered its record. */
record Sections(Api api, JdbcClient database) {

    String begun(String who, String process, Map<String, ?> form) {
        return api.start(who, process, form).isFine(201).text("/id");
    }

    /** The record that the case, which is over, has entered. */
    Map<String, Object> registered(String id, String register) {
        var file = api.caseOf(id);
        assertThat(file.get("status").asString()).isEqualTo("completed");
        return database.sql("select * from fact.register_" + register + " where record_number = ?")
                .param(file.at("/facts/" + register).asString())
                .query()
                .singleRow();
    }
}
