package zhangfa.register.schema;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.Refusal;
import zhangfa.identity.Account;
import zhangfa.organization.Organization;

/** Where the definitions of registers are kept, and what of them one account may see. */
@Repository
public class Registers {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Organization organization;

    Registers(JdbcClient jdbc, Organization organization) {
        this.jdbc = jdbc;
        this.organization = organization;
    }

    public List<Register> all() {
        return jdbc.sql("select * from register.register order by name")
                .query((row, number) -> register(row))
                .list();
    }

    public Optional<Register> find(String key) {
        return jdbc.sql("select * from register.register where key = ?")
                .param(key)
                .query((row, number) -> register(row))
                .optional();
    }

    /** Refused as not there where this account may not read it. */
    public Register read(String key, Account who) {
        return find(key).filter(register -> isReadBy(register, who)).orElseThrow(Refusal::notThere);
    }

    /** Refused where this account may read it and not write. */
    public Register written(String key, Account who) {
        var register = read(key, who);
        if (!isWrittenBy(register, who)) {
            throw Refusal.notAllowed();
        }
        return register;
    }

    public boolean isReadBy(Register register, Account who) {
        return organization.person(who.id()).filter(register::isReadBy).isPresent();
    }

    public boolean isWrittenBy(Register register, Account who) {
        return organization.person(who.id()).filter(register::isWrittenBy).isPresent();
    }

    /** Whether it is new: of two with the same key the first one stays. */
    boolean add(Register register) {
        return jdbc.sql(
                                "insert into register.register (key, name, definition) values (?, ?, ?::jsonb) on conflict do nothing")
                        .params(register.key(), register.name(), JSON.writeValueAsString(register))
                        .update()
                > 0;
    }

    /** Whether it was written: not where somebody else has changed it since. */
    boolean write(Register register) {
        return jdbc.sql("""
                        update register.register set name = ?, definition = ?::jsonb, revision = revision + 1
                        where key = ? and revision = ?""")
                        .params(register.name(), JSON.writeValueAsString(register), register.key(), register.revision())
                        .update()
                > 0;
    }

    private static Register register(ResultSet row) throws SQLException {
        var written = JSON.readValue(row.getString("definition"), Register.class);
        return new Register(
                written.key(),
                written.name(),
                written.prefix(),
                written.fields(),
                written.states(),
                written.readers(),
                written.writers(),
                row.getInt("revision"));
    }
}
