package zhangfa.identity.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.identity.Permission;
import zhangfa.ui.MenuEntry;

/** The place of accounts in the menu. */
@Configuration(proxyBeanMethods = false)
class AccountPages {

    @Bean
    MenuEntry administrationEntry() {
        return new MenuEntry(
                90, "menu.administration", "/administration", reader -> reader.may(Permission.ACCOUNT_MANAGE), null);
    }
}
