package zhangfa.organization.person;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import zhangfa.identity.AccountDeactivated;
import zhangfa.identity.AccountReactivated;

/** Whoever cannot sign in gets no work: follows the accounts in the same transaction. */
@Component
class ShutAccounts {

    private final PersonDesk people;

    ShutAccounts(PersonDesk people) {
        this.people = people;
    }

    @EventListener
    void on(AccountDeactivated shut) {
        people.setActive(shut.account(), false, shut.who());
    }

    @EventListener
    void on(AccountReactivated opened) {
        people.setActive(opened.account(), true, opened.who());
    }
}
