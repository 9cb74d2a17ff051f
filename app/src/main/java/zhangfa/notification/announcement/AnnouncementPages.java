package zhangfa.notification.announcement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.ui.MenuEntry;

/** The place of announcements in the rail. */
@Configuration(proxyBeanMethods = false)
class AnnouncementPages {

    @Bean
    MenuEntry announcementEntry() {
        return MenuEntry.forEverybody(45, "menu.announcements", "/announcements");
    }
}
