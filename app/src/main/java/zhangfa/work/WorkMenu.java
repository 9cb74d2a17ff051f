package zhangfa.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.identity.Accounts;
import zhangfa.identity.SetUpStep;
import zhangfa.process.Incidents;
import zhangfa.process.Overdue;
import zhangfa.process.Reading;
import zhangfa.ui.MenuEntry;
import zhangfa.ui.Reader;

/** The places of daily work in the rail, and the last step of the guided set-up. */
@Configuration(proxyBeanMethods = false)
class WorkMenu {

    @Bean
    MenuEntry myDay() {
        return MenuEntry.forEverybody(10, "menu.day", "/");
    }

    @Bean
    MenuEntry inbox(Reading reading, Accounts accounts) {
        return new MenuEntry(20, "menu.inbox", "/inbox", reader -> true, reader -> todos(reader, reading, accounts));
    }

    @Bean
    MenuEntry cases() {
        return MenuEntry.forEverybody(30, "menu.cases", "/cases");
    }

    @Bean
    MenuEntry overdue(Overdue overdue, Accounts accounts) {
        return new MenuEntry(
                60,
                "menu.overdue",
                "/overdue",
                reader -> accounts.withId(reader.id()).filter(overdue::concerns).isPresent(),
                reader -> accounts.withId(reader.id()).map(overdue::count).orElse(0));
    }

    @Bean
    MenuEntry incidents(Incidents incidents, Accounts accounts) {
        return new MenuEntry(
                65,
                "menu.incidents",
                "/incidents",
                reader ->
                        accounts.withId(reader.id()).filter(incidents::concerns).isPresent(),
                reader -> accounts.withId(reader.id()).map(incidents::count).orElse(0));
    }

    @Bean
    SetUpStep firstCaseStep(Reading reading) {
        return new SetUpStep(50, "first-case", "/start", reading::isInUse);
    }

    private static Integer todos(Reader reader, Reading reading, Accounts accounts) {
        return accounts.withId(reader.id()).map(reading::todos).orElse(0);
    }
}
