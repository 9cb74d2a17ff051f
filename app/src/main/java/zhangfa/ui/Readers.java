package zhangfa.ui;

import java.util.Optional;

/** Tells who is reading right now; the module that knows accounts answers. */
public interface Readers {

    Optional<Reader> current();
}
