package zhangfa.process;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which processes somebody owns; the module's rules about people answer. */
public interface Ownership {

    List<String> of(UUID person);

    /** Everybody who owns one. */
    Set<UUID> owners();
}
