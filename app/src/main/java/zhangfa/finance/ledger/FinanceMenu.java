package zhangfa.finance.ledger;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.ui.MenuEntry;

/** Finance's place in the rail. */
@Configuration(proxyBeanMethods = false)
class FinanceMenu {

    @Bean
    MenuEntry business() {
        return MenuEntry.forEverybody(50, "menu.business", "/finance");
    }
}
