package zhangfa.register.schema;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.ui.MenuEntry;

/** The place of registers in the rail. */
@Configuration(proxyBeanMethods = false)
class RegisterMenu {

    @Bean
    MenuEntry registersEntry() {
        return MenuEntry.forEverybody(42, "menu.registers", "/registers");
    }
}
