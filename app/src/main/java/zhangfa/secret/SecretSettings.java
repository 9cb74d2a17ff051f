package zhangfa.secret;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the master key lies: in a file of its own, or beside the data when none is named. */
@ConfigurationProperties("zhangfa")
record SecretSettings(
        @DefaultValue("data") Path data, @DefaultValue("") String keyFile) {

    Path masterKey() {
        return (keyFile.isBlank() ? data.resolve("master.key") : Path.of(keyFile.strip()))
                .toAbsolutePath()
                .normalize();
    }
}
