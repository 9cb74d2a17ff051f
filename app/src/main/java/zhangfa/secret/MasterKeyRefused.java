package zhangfa.secret;

import java.nio.file.Path;

/** The master key's file cannot be used, and what to do about it. */
public final class MasterKeyRefused extends IllegalStateException {

    private static final long serialVersionUID = 1;

    MasterKeyRefused(Path file, String why) {
        super("The master key %s %s".formatted(file, why));
    }
}
