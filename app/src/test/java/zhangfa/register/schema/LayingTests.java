package zhangfa.register.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.CompanyTest;
import zhangfa.api.Refusal;
import zhangfa.register.Field;
import zhangfa.register.FieldKind;
import zhangfa.register.RegisterPlan;
import zhangfa.register.Registry;
import zhangfa.register.State;

/** A register that a section of the rulebook lays down, and lays down again. */
@CompanyTest
class LayingTests {

    private static final Field TITLE = field("title", "文件", FieldKind.TEXT);

    @Autowired
    Registry registry;

    @Autowired
    Registers registers;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void recordsAndWhatPeopleAddedOutliveAnotherLaying() {
        undone(() -> {
            registry.lay(plan(TITLE, field("own", "自己加的", FieldKind.NUMBER)), null);
            database.sql(
                            "insert into register.r_laid (id, number, state, created_by, f_title, f_own) values (?, '1', 'out', ?, '章程', 7)")
                    .params(UUID.randomUUID(), UUID.randomUUID())
                    .update();
            registry.lay(plan(field("title", "文件名称", FieldKind.TEXT), field("due", "应还", FieldKind.DATE)), null);

            assertThat(registers.find("laid").orElseThrow().fields())
                    .extracting(Field::name)
                    .containsExactly("文件名称", "应还", "自己加的");
            assertThat(database.sql("select title || own from fact.register_laid where due is null")
                            .query(String.class)
                            .single())
                    .isEqualTo("章程7");
        });
    }

    @Test
    void whatChangesNothingWritesNothing() {
        undone(() -> {
            registry.lay(plan(TITLE), null);
            registry.lay(plan(TITLE), null);
            assertThat(registers.find("laid").orElseThrow().revision()).isZero();
        });
    }

    @Test
    void aFieldOfAnotherKindIsRefusedByName() {
        undone(() -> {
            registry.lay(plan(TITLE), null);
            refused(plan(field("title", "文件", FieldKind.NUMBER)), "/fields/title");
        });
    }

    @Test
    void aLinkToNowhereIsRefusedByName() {
        refused(plan(new Field("of", "所属", FieldKind.LINK, false, false, List.of(), "nowhere", false)), "/fields/of");
    }

    private void refused(RegisterPlan plan, String pointer) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> registry.lay(plan, null))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting(Refusal.Fault::pointer)
                        .containsExactly(pointer));
    }

    private static RegisterPlan plan(Field... fields) {
        return new RegisterPlan(
                "laid",
                "借阅台账",
                "JY-",
                List.of(fields),
                List.of(new State("out", "借出", State.Category.RUNNING)),
                List.of(),
                List.of());
    }

    private static Field field(String key, String name, FieldKind kind) {
        return new Field(key, name, kind, false, false, List.of(), null, false);
    }

    private void undone(Runnable test) {
        transaction.executeWithoutResult(status -> {
            test.run();
            status.setRollbackOnly();
        });
    }
}
