package zhangfa.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import zhangfa.database.embedded.DataFolder;
import zhangfa.database.embedded.EmbeddedPostgres;

/** The database that serves, with the server that we have started for it, to be stopped after everything that uses it. */
record Running(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable EmbeddedPostgres ours) implements AutoCloseable {

    static Running given(DatabaseSettings.Server server) {
        return new Running(server.url(), server.user(), server.password(), null);
    }

    static Running embedded(Path data) {
        return of(EmbeddedPostgres.start(DataFolder.open(data)));
    }

    static Running beside(Path data) {
        var folder = DataFolder.openUnlessInUse(data);
        return folder.isInUse()
                ? new Running(
                        EmbeddedPostgres.urlOf(folder),
                        EmbeddedPostgres.OWNER,
                        EmbeddedPostgres.passwordOf(folder),
                        null)
                : of(EmbeddedPostgres.start(folder));
    }

    private static Running of(EmbeddedPostgres server) {
        return new Running(server.url(), EmbeddedPostgres.OWNER, server.password(), server);
    }

    @Override
    public void close() {
        if (ours != null) {
            ours.close();
        }
    }
}
