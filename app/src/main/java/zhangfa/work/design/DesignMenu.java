package zhangfa.work.design;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.identity.Permission;
import zhangfa.ui.MenuEntry;

/** The place of the designer in the rail, for those who may publish processes. */
@Configuration(proxyBeanMethods = false)
class DesignMenu {

    @Bean
    MenuEntry designsEntry() {
        return new MenuEntry(44, "menu.designs", "/designs", reader -> reader.may(Permission.PROCESS_PUBLISH), null);
    }
}
