package zhangfa.database;

import java.nio.file.Path;

/** A second application was started on a data folder that another one is using. */
class DataFolderInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    DataFolderInUse(Path root) {
        super(
                "Another Zhangfa is already running on the data folder %s. Stop it first, or set ZHANGFA_DATA to another folder."
                        .formatted(root));
    }
}
