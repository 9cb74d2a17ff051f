package zhangfa.directory.ldap;

import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import zhangfa.directory.link.Outsider;
import zhangfa.directory.link.Recognition;
import zhangfa.directory.provider.Kind;
import zhangfa.directory.provider.Provider;
import zhangfa.directory.provider.Providers;
import zhangfa.directory.provider.Trouble;
import zhangfa.identity.Account;
import zhangfa.identity.OutsidePasswords;

/** Asks the company's LDAP servers, one after the other, whether a name and a password belong together. */
@Component
class LdapPasswords implements OutsidePasswords {

    private static final Logger log = LoggerFactory.getLogger(LdapPasswords.class);
    private static final int LONGEST_NAME = 100;

    private final Providers providers;
    private final Recognition recognition;

    LdapPasswords(Providers providers, Recognition recognition) {
        this.providers = providers;
        this.recognition = recognition;
    }

    @Override
    public Optional<UUID> holder(String username, String password) {
        if (username.isBlank() || username.length() > LONGEST_NAME || password.isEmpty()) {
            return Optional.empty();
        }
        return providers.enabled(Kind.LDAP).stream()
                .flatMap(provider -> proved(provider, username, password).stream()
                        .flatMap(outsider -> recognition.recognised(provider, outsider).stream()))
                .map(Account::id)
                .findFirst();
    }

    /** A server that does not answer is nobody's proof, and no reason to keep others out. */
    private Optional<Outsider> proved(Provider provider, String username, String password) {
        try (var server = Server.open(provider, providers.secret(provider.id()))) {
            var person = server.person(username);
            return person.isPresent() && server.opens(person.get().getDN(), password)
                    ? outsider(provider, person.get())
                    : Optional.empty();
        } catch (Trouble trouble) {
            log.warn("Log-in by {}: {}", provider.key(), trouble.words(), trouble.getCause());
            return Optional.empty();
        }
    }

    /** Its id is text (entryUUID) or 16 bytes (objectGUID); without one there is nothing stable to know the person by. */
    private static Optional<Outsider> outsider(Provider provider, SearchResultEntry person) {
        var bytes = person.getAttributeValueBytes(provider.setting("id_attribute"));
        if (bytes == null) {
            log.warn("Log-in by {}: the entry has no {}", provider.key(), provider.setting("id_attribute"));
            return Optional.empty();
        }
        var text = Objects.requireNonNull(person.getAttributeValue(provider.setting("id_attribute")));
        var subject = text.chars().allMatch(letter -> letter > ' ' && letter < 127)
                ? text
                : HexFormat.of().formatHex(bytes);
        var name = person.getAttributeValue(provider.setting("name_attribute"));
        return Optional.of(new Outsider(
                subject,
                name == null ? subject : name,
                person.getAttributeValue(provider.setting("account_attribute")),
                person.getAttributeValue("mail"),
                person.getAttributeValue("mobile")));
    }
}
