package zhangfa.rulebook.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import zhangfa.rulebook.source.YamlMap;

/** What may be asked, and what is refused before the database sees it. */
class QuestionTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "select count(*) from fact.case c where c.title like '%; -- it''s a text%'",
                "with late as (select * from fact.task t where t.due_at < now() - interval '5 days') select * from late",
                "select r.id from fact.regulation r where exists (select from (values ('a')) as needed (step))",
                "select \"order\" from fact.case where started_at::date in ('2027-01-01') and (1 = 1 or (2 > 1))",
                "select t.step, row_number() over (partition by t.case_id order by t.created_at) from fact.task t",
                "select n from generate_series(1, 10) n"
            })
    void whatOnlyReadsAndComputesIsAsked(String sql) {
        assertThat(Question.refusal(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from fact.case",
                "select 1; drop schema fact",
                "with gone as (delete from rulebook.control_run returning *) select * from gone",
                "select 1 as number) select 1 from (select 2",
                "select pg_sleep(3600)",
                "select pg_read_file('/etc/passwd')",
                "select pg_catalog.set_config('role', 'postgres', true)",
                "select set_config('role', 'postgres', true)",
                "select \"set_config\"('role', 'postgres', true)",
                "select set_config /* hidden */ ('role', 'postgres', true)",
                "select query_to_xml('select * from identity.account', true, true, '')",
                "select dblink('host=elsewhere', 'select 1')",
                "select lo_import('/etc/passwd')",
                "select * from identity.account",
                "select * from fact.case c join identity . account a on true",
                "select * from information_schema.tables",
                "select * from pg_stat_activity",
                "select * from \"pg_authid\"",
                "with recursive forever as (select 1 union all select 1 from forever) select * from forever",
                "select * into taken from fact.case",
                "select U&'\\0027' from fact.case",
                "select E'\\'; drop table x' from fact.case",
                "select $$text$$",
                "select 1 -- from fact.case",
                "copy fact.case to program 'sh'",
                "select repeat('x', 1000000000)",
                ""
            })
    void whatWritesHidesOrLooksElsewhereIsRefused(String sql) {
        assertThat(Question.refusal(sql)).isPresent();
    }

    @Test
    void theControlsThatShipMayAllBeAsked() throws Exception {
        try (var files = Files.walk(Path.of("src/main/resources/rulebook"))) {
            var controls = files.filter(file -> file.endsWith("controls.yaml")).toList();
            assertThat(controls).isNotEmpty();
            for (var file : controls) {
                assertThat(YamlMap.read(file.toString(), Files.readString(file)).maps("controls"))
                        .allSatisfy(control -> assertThat(Question.refusal(control.text("query")))
                                .isEmpty());
            }
        }
    }
}
