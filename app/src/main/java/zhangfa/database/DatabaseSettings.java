package zhangfa.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the data folder is and, in production, which PostgreSQL to use instead of the embedded one. */
@ConfigurationProperties("zhangfa")
record DatabaseSettings(
        @DefaultValue("data") Path data, @DefaultValue Server database) {

    record Server(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("16") int connections) {

        boolean isGiven() {
            return url != null && !url.isBlank();
        }
    }
}
