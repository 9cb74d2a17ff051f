package zhangfa.rulebook.contents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.ui.MenuEntry;

/** The rulebook's place in the rail. */
@Configuration(proxyBeanMethods = false)
class RulebookMenu {

    @Bean
    MenuEntry rulebookEntry() {
        return MenuEntry.forEverybody(40, "menu.rulebook", "/rulebook");
    }
}
