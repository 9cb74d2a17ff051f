package zhangfa.register.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.register.schema.Register;
import zhangfa.register.schema.RegisterDesk;
import zhangfa.register.schema.RegisterForm;
import zhangfa.register.schema.RegisterForm.FieldLine;
import zhangfa.register.schema.RegisterForm.StateLine;
import zhangfa.register.schema.Registers;

/** A register that people made themselves, and the records in it. */
@CompanyTest
class RegisterTests {

    private static final Map<String, String> CONTRACT =
            Map.of("he_tong_ming_cheng", "办公室租赁合同", "jin_e", "120000.50", "dao_qi_ri", "2027-12-31");

    @Autowired
    RegisterDesk makers;

    @Autowired
    Registers registers;

    @Autowired
    EntryDesk desk;

    @Autowired
    Entries entries;

    @Autowired
    History history;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvcTester web;

    private String key = "";

    @BeforeEach
    void make() {
        key = makers.make(
                        ContractRegister.form(0, List.of(), List.of()),
                        account(Company.DESIGNER1).id())
                .key();
    }

    @AfterEach
    void remove() {
        ContractRegister.drop(database, key);
    }

    @Test
    void aKeyIsSpelledFromTheNameAndTheViewOfFactsIsThere() {
        assertThat(key).startsWith("he_tong_tai_zhang");
        add(CONTRACT);
        assertThat(database.sql("select record_number, jin_e, record_category from fact.register_" + key)
                        .query()
                        .singleRow())
                .containsEntry("record_number", "HT-00001")
                .containsEntry("record_category", "open");
    }

    @Test
    void whatIsWrittenIsCheckedFieldByField() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> add(Map.of("jin_e", "很多", "dao_qi_ri", "明天", "lei_xing", "口头")))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting(Refusal.Fault::pointer)
                        .containsExactlyInAnyOrder("/he_tong_ming_cheng", "/jin_e", "/dao_qi_ri", "/lei_xing"));
    }

    @Test
    void whatMustNotBeDoubledIsRefusedAtItsField() {
        add(CONTRACT);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> add(CONTRACT))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting(Refusal.Fault::pointer)
                        .containsExactly("/he_tong_ming_cheng"));
    }

    @Test
    void ofTwoPeopleWhoChangeARecordOneWinsAndEachChangeIsInItsHistory() {
        var id = add(CONTRACT);
        desk.change(
                register(),
                id,
                0,
                with("jin_e", "130000"),
                "wan_cheng",
                account(Company.STAFF1).id());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> desk.change(
                        register(),
                        id,
                        0,
                        with("jin_e", "1"),
                        null,
                        account(Company.HEAD1).id()))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        var deeds = history.of(register(), id);
        assertThat(deeds)
                .extracting(Deed::key)
                .containsExactly("register.deed.record_changed", "register.deed.record_added");
        assertThat(deeds.getFirst().changes())
                .containsEntry("金额", new EntryDesk.Change("120000.50", "130000"))
                .containsEntry("", new EntryDesk.Change("登记", "完成"));
    }

    @Test
    void aListGoesOnBehindItsLastRecordInEveryOrderAndEmptyOnesComeLast() {
        for (var amount : List.of("30", "10", "", "20", "", "10")) {
            add(amount.isEmpty() ? named() : Map.of("he_tong_ming_cheng", unique(), "jin_e", amount));
        }
        assertThat(amounts("jin_e")).containsExactly("10", "10", "20", "30", "", "");
        assertThat(amounts("-jin_e")).containsExactly("30", "20", "10", "10", "", "");
        assertThat(amounts(null)).hasSize(6);
    }

    @Test
    void recordsAreFoundByTwoCharactersAndByTheirState() {
        add(CONTRACT);
        add(named());
        assertThat(entries.list(register(), Filter.of(register(), null, "租赁", null, null), 10))
                .hasSize(1);
        assertThat(entries.list(register(), Filter.of(register(), "wan_cheng", null, null, null), 10))
                .isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Filter.of(register(), null, null, "number; drop table x", null));
    }

    @Test
    void aRegisterGrowsAndWhatIsTakenAwayKeepsItsValues() {
        add(CONTRACT);
        var form = new RegisterForm(
                0,
                "合同台账",
                "HT-",
                List.of(
                        new FieldLine("he_tong_ming_cheng", "合同全称", "text", true, true, "", null),
                        new FieldLine(null, "乙方", "text", false, false, "", null)),
                List.of(new StateLine("deng_ji", "登记", "open"), new StateLine("wan_cheng", "已归档", "done")),
                true,
                List.of(),
                true,
                List.of());
        var changed = makers.change(
                key, ContractRegister.stated(form), account(Company.DESIGNER1).id());
        assertThat(changed.asked()).extracting("name").containsExactly("合同全称", "乙方");
        assertThat(database.sql("select jin_e from fact.register_" + key)
                        .query(String.class)
                        .single())
                .isEqualTo("120000.50");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> makers.change(
                        key,
                        ContractRegister.stated(form),
                        account(Company.ROOT).id()));
    }

    @Test
    void onlyWhoMayReadReadsAndOnlyWhoMayWriteWrites() {
        var form = ContractRegister.form(0, List.of("accountant"), List.of("cashier"));
        makers.change(key, form, account(Company.DESIGNER1).id());
        assertThat(status("/registers/" + key, Company.STAFF1)).isEqualTo(404);
        assertThat(status("/registers/" + key, Company.FINANCE1)).isEqualTo(200);
        assertThat(status("/registers/" + key + "/new", Company.FINANCE1)).isEqualTo(403);
        assertThat(status("/registers/" + key + "/new", Company.CASHIER1)).isEqualTo(200);
        assertThat(status("/registers/" + key + "/records.csv", Company.DESIGNER1))
                .isEqualTo(404);
        assertThat(status("/registers/new", Company.STAFF1)).isEqualTo(403);
    }

    private int status(String path, String who) {
        return web.get().uri(path).with(user(who)).exchange().getResponse().getStatus();
    }

    /** All of them, two at a time. */
    private List<String> amounts(String sort) {
        var amounts = new ArrayList<String>();
        var last = "";
        while (true) {
            var found = entries.list(register(), Filter.of(register(), null, null, sort, last), 2);
            found.forEach(record -> amounts.add(
                    record.value("jin_e") == null ? "" : record.value("jin_e").toString()));
            if (found.isEmpty()) {
                return amounts;
            }
            last = found.getLast().id().toString();
        }
    }

    private UUID add(Map<String, String> written) {
        return desk.add(register(), written, null, account(Company.STAFF1).id());
    }

    private static Map<String, String> named() {
        return Map.of("he_tong_ming_cheng", unique());
    }

    private static String unique() {
        return "采购" + UUID.randomUUID();
    }

    private static Map<String, String> with(String field, String value) {
        var written = new HashMap<>(CONTRACT);
        written.put(field, value);
        return written;
    }

    private Register register() {
        return registers.find(key).orElseThrow();
    }

    private Account account(String username) {
        return accounts.named(username).orElseThrow();
    }
}
