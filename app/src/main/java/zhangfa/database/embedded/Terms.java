package zhangfa.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * As whom PostgreSQL runs, which refuses to be root: as ourselves; as the owner of the data folder; or, where root owns
 * it, in a user namespace in which root is nobody in particular.
 *
 * @param prefix what stands before each of its commands
 */
record Terms(List<String> prefix) {

    static Terms on(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Terms(List.of());
        }
        try {
            var owner = (Integer) Files.getAttribute(folder, "unix:uid");
            var group = (Integer) Files.getAttribute(folder, "unix:gid");
            if (owner != 0) {
                return new Terms(List.of("setpriv", "--reuid=" + owner, "--regid=" + group, "--clear-groups"));
            }
        } catch (IOException e) {
            throw DatabaseRefused.folder(folder, e);
        }
        if (!hasUserNamespaces()) {
            throw DatabaseRefused.rootWithoutNamespaces(folder);
        }
        return new Terms(List.of("unshare", "--user"));
    }

    /** Whether it runs as somebody who cannot read our home. */
    boolean isSomebodyElse() {
        return prefix.contains("--clear-groups");
    }

    private static boolean hasUserNamespaces() {
        try {
            var trial = new ProcessBuilder("unshare", "--user", "true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return trial.waitFor(10, TimeUnit.SECONDS) && trial.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
