package zhangfa.identity;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What identity needs to know of the organisation above it, to show it; the organisation answers. */
public interface Workplaces {

    /** The name of the unit where the holder of this account works. */
    Optional<String> unitOf(UUID account);

    /** All units by id with their names, in the order of the chart. */
    Map<UUID, String> units();
}
