package zhangfa.rulebook.contents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.identity.SetUpStep;
import zhangfa.rulebook.practice.Adoptions;
import zhangfa.ui.MenuEntry;

/** The rulebook's place in the rail, and in the guided set-up. */
@Configuration(proxyBeanMethods = false)
class RulebookMenu {

    @Bean
    MenuEntry rulebookEntry() {
        return MenuEntry.forEverybody(40, "menu.rulebook", "/rulebook");
    }

    /** Where it can be adopted, the first section; a company need not adopt all at once. */
    @Bean
    SetUpStep sectionsStep(Adoptions adoptions) {
        return new SetUpStep(
                40,
                "sections",
                "/rulebook/articles/B.6.1.2",
                () -> !adoptions.adopted().isEmpty());
    }
}
