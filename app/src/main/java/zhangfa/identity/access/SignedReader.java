package zhangfa.identity.access;

import java.util.Optional;
import org.springframework.stereotype.Component;
import zhangfa.identity.Signed;
import zhangfa.ui.Reader;
import zhangfa.ui.Readers;

/** The reader of a page is whoever is signed in. */
@Component
class SignedReader implements Readers {

    private final Signed signed;

    SignedReader(Signed signed) {
        this.signed = signed;
    }

    @Override
    public Optional<Reader> current() {
        return signed.ifAny()
                .map(account -> new Reader(account.id(), account.username(), account.name(), account.permissions()));
    }
}
