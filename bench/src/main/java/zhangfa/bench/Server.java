package zhangfa.bench;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The processes of the PostgreSQL on this machine that the bench works on. */
record Server(ProcessHandle postmaster) {

    static Server of(JdbcClient jdbc) {
        long backend = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
        return new Server(
                ProcessHandle.of(backend).flatMap(ProcessHandle::parent).orElseThrow());
    }

    /** The processor time of all that live, in steps of 10 ms. */
    Duration cpu() {
        return postmaster
                .children()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
