package zhangfa.process.run;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.flow.FlowJson;
import zhangfa.flow.FlowModel;
import zhangfa.flow.FlowState;
import zhangfa.journal.Journal;
import zhangfa.journal.Proof;
import zhangfa.process.definition.Definitions;

/** Every case ends its chain where its row says, and its state is exactly what folding its journal gives. */
@Component
class CaseProofs implements Proof {

    private static final int MOST_PROBLEMS = 100;
    private static final int PAGE = 500;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Definitions definitions;

    CaseProofs(JdbcClient jdbc, Journal journal, Definitions definitions) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.definitions = definitions;
    }

    private record Row(UUID id, String process, int version, String state, int seq) {}

    @Override
    public String claim() {
        return "journal.proof.cases";
    }

    @Override
    @Transactional(readOnly = true)
    public Outcome examine() {
        var problems = new ArrayList<>(cutOff());
        var examined = 0L;
        var after = new UUID(0, 0);
        for (var page = page(after); !page.isEmpty(); page = page(after)) {
            for (var row : page) {
                examined++;
                if (problems.size() < MOST_PROBLEMS && !isFold(row)) {
                    problems.add("case %s: its state is not what its journal says".formatted(row.id()));
                }
                after = row.id();
            }
        }
        return new Outcome(examined, problems);
    }

    private List<String> cutOff() {
        return jdbc.sql("""
                        select 'case ' || c.number || ': its last entries are missing' from process.case c
                        left join lateral (select seq, hash from journal.entry e where e.stream = c.id order by seq desc limit 1) e on true
                        where (c.journal_seq, c.journal_hash) is distinct from (e.seq, e.hash) limit 100""")
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    private List<Row> page(UUID after) {
        return jdbc.sql(
                        "select id, process, version, state, journal_seq from process.case where id > :after order by id limit :rows")
                .param("after", after)
                .param("rows", PAGE)
                .query((row, number) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("process"),
                        row.getInt("version"),
                        row.getString("state"),
                        row.getInt("journal_seq")))
                .list();
    }

    private boolean isFold(Row row) {
        var model = definitions.version(row.process(), row.version()).model();
        var state = FlowState.EMPTY;
        for (var after = 0; after < row.seq(); after += PAGE) {
            for (var entry : journal.of(row.id(), after, PAGE)) {
                if (entry.data() == null) {
                    return true;
                }
                state = fold(model, state, JSON.readTree(entry.data()));
            }
        }
        return FlowJson.write(state).equals(FlowJson.write(FlowJson.readState(row.state())));
    }

    private static FlowState fold(FlowModel model, FlowState before, JsonNode data) {
        var state = before;
        for (var event : data.path("events")) {
            state = model.evolve(state, FlowJson.readEvent(event.toString()));
        }
        return state;
    }
}
