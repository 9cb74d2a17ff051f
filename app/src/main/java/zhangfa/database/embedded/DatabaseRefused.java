package zhangfa.database.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The embedded database cannot serve: why, and what a person can do about it. */
public final class DatabaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    DatabaseRefused(String why, String remedy) {
        this(why, remedy, null);
    }

    private DatabaseRefused(String why, String remedy, @Nullable Throwable cause) {
        super(why, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    static DatabaseRefused inUse(Path folder) {
        return new DatabaseRefused(
                "Another Zhangfa is already running on the data folder %s.".formatted(folder),
                "Stop it first, or set ZHANGFA_DATA to another folder.");
    }

    static DatabaseRefused folder(Path folder, IOException failure) {
        var why = failure instanceof AccessDeniedException denied
                ? "no permission on " + denied.getFile()
                : String.valueOf(failure.getMessage());
        return new DatabaseRefused(
                "The data folder %s cannot be used: %s.".formatted(folder, why),
                "Give the user who runs Zhangfa a folder of their own with free space, and name it in ZHANGFA_DATA.",
                failure);
    }

    static DatabaseRefused otherVersion(Path folder, String found, String ours) {
        return new DatabaseRefused(
                "The data folder %s was written by PostgreSQL %s, and this Zhangfa brings PostgreSQL %s."
                        .formatted(folder, found, ours),
                "Nothing was changed. Run `bin/zhangfa backup` with the Zhangfa that wrote it, "
                        + "and `bin/zhangfa restore` into a new folder with this one.");
    }

    static DatabaseRefused rootWithoutNamespaces(Path folder) {
        return new DatabaseRefused(
                "PostgreSQL does not run as root, and this machine allows no user namespaces to run it in.",
                "Start Zhangfa as an ordinary user, or give the data folder to one (chown -R nobody %s): "
                                .formatted(folder)
                        + "PostgreSQL then runs as the owner of the folder.");
    }

    static DatabaseRefused said(String output) {
        return new DatabaseRefused(
                "PostgreSQL does not start. It said:\n" + output.indent(4).stripTrailing(),
                "See postgres.log in the data folder. Nothing was deleted.");
    }
}
