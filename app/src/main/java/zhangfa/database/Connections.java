package zhangfa.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/**
 * The connections of the product: a pool for everybody, and a few aside. Whoever holds a connection of the pool, and with it
 * perhaps the lock that all the others wait for, takes a second one from those aside, so that the pool never waits for itself.
 */
final class Connections extends AbstractRoutingDataSource implements DisposableBean {

    private static final ScopedValue<Boolean> ASIDE = ScopedValue.newInstance();

    private final HikariDataSource pool;
    private final HikariDataSource aside;

    Connections(HikariDataSource pool, HikariDataSource aside) {
        this.pool = pool;
        this.aside = aside;
        setDefaultTargetDataSource(pool);
        setTargetDataSources(Map.of(true, aside));
        afterPropertiesSet();
    }

    /** Transactions that the work begins are on a connection aside. */
    static <T> T aside(Supplier<T> work) {
        return ScopedValue.where(ASIDE, true).call(work::get);
    }

    @Override
    protected Object determineCurrentLookupKey() {
        return ASIDE.orElse(false);
    }

    @Override
    public void destroy() {
        aside.close();
        pool.close();
    }
}
