package zhangfa.process;

import java.util.Set;
import java.util.UUID;

/** Told after a committed command whose lists changed, so that open pages can follow. */
public interface Watchers {

    void changed(UUID caseId, Set<UUID> people);
}
