package zhangfa.organization;

import java.util.UUID;

/** Somebody who stands in for a person today, in one process by its key or in {@link #EVERYTHING}. */
record Deputy(UUID person, UUID deputy, String scope) {

    static final String EVERYTHING = "*";
}
