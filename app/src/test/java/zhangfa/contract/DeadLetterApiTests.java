package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;
import zhangfa.database.Keys;

/** Whoever runs the installation lets a failed job be tried again or discards it; both stand in the journal. */
@CompanyTest
class DeadLetterApiTests {

    private static final String PATH = "/api/v1/dead-letters";

    /** No node knows it, so a job that is retried waits. */
    private final String kind = "test." + Keys.next();

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @AfterEach
    void asItWas() {
        jdbc.sql("delete from job.job where task_name = ?").param(kind).update();
        jdbc.sql("delete from job.dead_letter where kind = ?").param(kind).update();
    }

    @Test
    void aListSaysWhatFailedAndWhy() {
        var letter = died();
        var first =
                api.get(Company.ROOT, PATH + "?page_size=1").isFine(200).json().at("/items/0");
        assertThat(first.get("id").asString()).isEqualTo(letter.toString());
        assertThat(first.get("kind").asString()).isEqualTo(kind);
        assertThat(first.get("attempts").asInt()).isEqualTo(12);
        assertThat(first.get("trouble").asString()).isEqualTo("mailbox unavailable");
        assertThat(first.get("died_at").asString()).contains("+08:00");
    }

    @Test
    void whatIsRetriedIsDueAtOnceAndOnlyOnce() {
        var letter = died();
        api.post(Company.ROOT, PATH + "/" + letter + "/actions/retry", Map.of()).isFine(204);
        assertThat(jdbc.sql("select task_instance || convert_from(task_data, 'UTF8') from job.job where task_name = ?")
                        .param(kind)
                        .query(String.class)
                        .list())
                .containsExactly("one{}");
        api.post(Company.ROOT, PATH + "/" + letter + "/actions/retry", Map.of()).isProblem(404);
        assertThat(journaled()).isEqualTo("dead_letter_retried");
    }

    @Test
    void whatIsDiscardedIsGone() {
        var letter = died();
        api.post(Company.ROOT, PATH + "/" + letter + "/actions/discard", Map.of())
                .isFine(204);
        api.post(Company.ROOT, PATH + "/" + letter + "/actions/retry", Map.of()).isProblem(404);
        assertThat(journaled()).isEqualTo("dead_letter_discarded");
    }

    @Test
    void aCursorThatNobodyGaveIsRefused() {
        api.get(Company.ROOT, PATH + "?after=x").isProblem(422, "/after");
    }

    private UUID died() {
        var id = Keys.next();
        jdbc.sql("insert into job.dead_letter values (?, ?, 'one', '{}', 12, now(), 'mailbox unavailable')")
                .params(id, kind)
                .update();
        return id;
    }

    private String journaled() {
        return jdbc.sql("select kind from journal.entry where data::json ->> 'kind' = ?")
                .param(kind)
                .query(String.class)
                .single();
    }
}
