package zhangfa;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between modules hold. */
class ModularityTests {

    @Test
    void modulesKeepToTheirWalls() {
        ApplicationModules.of(Zhangfa.class).verify();
    }
}
