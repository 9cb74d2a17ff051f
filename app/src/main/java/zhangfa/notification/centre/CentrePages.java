package zhangfa.notification.centre;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.ui.MenuEntry;

/** The bell in the top bar. */
@Configuration(proxyBeanMethods = false)
class CentrePages {

    @Bean
    MenuEntry bell(Notices notices) {
        return new MenuEntry(
                -10, "menu.notices", "/notifications", reader -> true, reader -> notices.unread(reader.id()));
    }
}
