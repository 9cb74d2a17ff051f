package zhangfa.directory.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.database.Remembered;
import zhangfa.secret.Lockbox;
import zhangfa.secret.MasterKey;

/** The outside systems that are set up; asked at every log-in page, so it answers from memory. */
@Component
public class Providers {

    private static final String ALL = """
            select id, key, kind, labels, enabled, matching, settings, sealed is not null as has_secret, changed_at
            from directory.provider order by made_at, id
            """;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Lockbox box;
    private final Remembered<List<Provider>> all;

    Providers(JdbcClient jdbc, MasterKey master, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.box = new Lockbox(master, "directory.provider");
        this.all = new Remembered<>(
                transactions,
                () -> jdbc.sql("select version from directory.version")
                        .query(Long.class)
                        .single(),
                () -> jdbc.sql(ALL).query((row, number) -> provider(row)).list());
    }

    public List<Provider> all() {
        return all.value();
    }

    public List<Provider> enabled() {
        return all().stream().filter(Provider::enabled).toList();
    }

    public List<Provider> enabled(Kind kind) {
        return enabled().stream().filter(provider -> provider.kind() == kind).toList();
    }

    public Optional<Provider> withId(UUID id) {
        return all().stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    public Optional<Provider> keyed(String key) {
        return all().stream().filter(provider -> provider.key().equals(key)).findFirst();
    }

    /** The provider's secret; empty where it has none. */
    public String secret(UUID id) {
        return jdbc.sql("select sealed from directory.provider where id = ? and sealed is not null")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(kept -> box.opened(id, kept))
                .orElse("");
    }

    byte[] sealed(UUID id, String secret) {
        return box.closed(id, secret);
    }

    void forgetAfterCommit() {
        all.forgetAfterCommit();
    }

    private static Provider provider(ResultSet row) throws SQLException {
        return new Provider(
                row.getObject("id", UUID.class),
                row.getString("key"),
                Kind.named(row.getString("kind")).orElseThrow(),
                JSON.readValue(row.getString("labels"), TEXTS),
                row.getBoolean("enabled"),
                Arrays.stream((String[]) row.getArray("matching").getArray())
                        .map(Match::of)
                        .collect(Collectors.toUnmodifiableSet()),
                JSON.readValue(row.getString("settings"), TEXTS),
                row.getBoolean("has_secret"),
                row.getTimestamp("changed_at").toInstant());
    }
}
