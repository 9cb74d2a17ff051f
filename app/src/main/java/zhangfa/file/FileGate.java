package zhangfa.file;

import java.util.UUID;

/** Decides who sees a thing that files hang on; each module whose things carry files offers one. */
public interface FileGate {

    /** Whether this account may see the case or record that a file was attached to; false where the gate does not know it. */
    boolean maySee(UUID subject, UUID account);
}
