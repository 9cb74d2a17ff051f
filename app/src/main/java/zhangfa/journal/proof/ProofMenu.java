package zhangfa.journal.proof;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.identity.Permission;
import zhangfa.ui.MenuEntry;

/** Where those who watch over the company find the proof of its records. */
@Configuration(proxyBeanMethods = false)
class ProofMenu {

    @Bean
    MenuEntry proofEntry() {
        return new MenuEntry(
                60,
                "menu.supervision",
                "/administration/journal",
                reader -> reader.may(Permission.JOURNAL_VERIFY),
                null);
    }
}
