package zhangfa.database;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The one generator of keys: UUIDv7, so that what is made later sorts later. */
public final class Keys {

    private Keys() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }
}
