package zhangfa.identity.credential;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.identity.Account;
import zhangfa.identity.AccountSignInRefused;
import zhangfa.identity.AccountSignedIn;

/** What becomes of tries to log in: counted against guessing, and told to the journal. */
@Component
public class Attempts {

    private final Throttle throttle;
    private final ApplicationEventPublisher events;

    Attempts(Throttle throttle, ApplicationEventPublisher events) {
        this.throttle = throttle;
        this.events = events;
    }

    /**
     * To be asked before anything is looked at.
     *
     * @throws TooManyFailures while guessing from this address is held up
     */
    public void refuseTooMany(Address address) {
        refuse(throttle.verdict(address));
    }

    Throttle.Verdict verdict(String username, Address address) {
        var verdict = throttle.verdict(username, address);
        refuse(verdict);
        return verdict;
    }

    private static void refuse(Throttle.Verdict verdict) {
        if (verdict.refused()) {
            throw new TooManyFailures(verdict.delay());
        }
    }

    @Transactional
    public void succeeded(Account account, Address address) {
        throttle.succeeded(account.username(), address);
        events.publishEvent(new AccountSignedIn(account.id(), account.username(), address.text()));
    }

    /** Somebody came from elsewhere and proved nothing. */
    @Transactional
    public void failed(Address address) {
        throttle.failed(address);
        events.publishEvent(new AccountSignInRefused(null, address.text()));
    }

    @Transactional
    public void failed(String username, @Nullable Account account, Address address) {
        throttle.failed(username, address);
        events.publishEvent(new AccountSignInRefused(account == null ? null : account.id(), address.text()));
    }
}
