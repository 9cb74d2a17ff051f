package zhangfa.register.entry;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import zhangfa.register.schema.RegisterForm;
import zhangfa.register.schema.RegisterForm.FieldLine;
import zhangfa.register.schema.RegisterForm.StateLine;

/** A register of contracts for tests, and how it goes away again. */
public final class ContractRegister {

    private ContractRegister() {}

    public static RegisterForm form(int revision, List<String> readers, List<String> writers) {
        return stated(new RegisterForm(
                revision,
                "合同台账",
                "HT-",
                List.of(
                        new FieldLine("he_tong_ming_cheng", "合同名称", "text", true, true, "", null),
                        new FieldLine("jin_e", "金额", "number", false, false, "", null),
                        new FieldLine("dao_qi_ri", "到期日", "date", false, false, "", null),
                        new FieldLine("lei_xing", "类型", "choice", false, false, "采购、销售", null)),
                List.of(),
                readers.isEmpty(),
                readers,
                writers.isEmpty(),
                writers));
    }

    public static RegisterForm stated(RegisterForm form) {
        return new RegisterForm(
                form.revision(),
                form.name(),
                form.prefix(),
                form.fields(),
                form.states() == null || form.states().isEmpty()
                        ? List.of(new StateLine("deng_ji", "登记", "open"), new StateLine("wan_cheng", "完成", "done"))
                        : form.states(),
                form.everyoneReads(),
                form.readers(),
                form.everyoneWrites(),
                form.writers());
    }

    public static void drop(JdbcClient database, String key) {
        database.sql("drop view fact.register_" + key).update();
        database.sql("drop table register.r_" + key).update();
        database.sql("drop sequence register.n_" + key).update();
        database.sql("delete from register.register where key = ?").param(key).update();
    }
}
