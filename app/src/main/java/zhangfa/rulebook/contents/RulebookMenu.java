package zhangfa.rulebook.contents;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.identity.SetUpStep;
import zhangfa.rulebook.acknowledgement.Askings;
import zhangfa.rulebook.practice.Adoptions;
import zhangfa.ui.MenuEntry;

/** The rulebook's place in the rail with what is still to be read, and in the guided set-up. */
@Configuration(proxyBeanMethods = false)
class RulebookMenu {

    @Bean
    MenuEntry rulebookEntry(Askings askings) {
        return new MenuEntry(40, "menu.rulebook", "/rulebook", reader -> true, reader -> askings.open(reader.id()));
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
