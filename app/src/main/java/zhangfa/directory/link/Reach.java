package zhangfa.directory.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.organization.Contact;

/** Whom an address or number reaches: nobody where it reaches two. */
public final class Reach {

    private final Map<String, Set<UUID>> holders = new HashMap<>();

    public Reach(Map<UUID, Contact> contacts) {
        contacts.forEach((person, contact) -> {
            note(email(contact.email()), person);
            note(phone(contact.phone()), person);
        });
    }

    public Optional<UUID> byEmail(@Nullable String email) {
        return only(email(email));
    }

    public Optional<UUID> byPhone(@Nullable String phone) {
        return only(phone(phone));
    }

    /** Digits only, without China's country code, so that every way of writing a number is the same. */
    public static String phone(@Nullable String written) {
        var digits = written == null ? "" : written.replaceAll("[^0-9]", "");
        return digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
    }

    private static String email(@Nullable String written) {
        return written == null ? "" : written.strip().toLowerCase(Locale.ROOT);
    }

    private void note(String way, UUID person) {
        if (!way.isEmpty()) {
            holders.computeIfAbsent(way, none -> new HashSet<>()).add(person);
        }
    }

    private Optional<UUID> only(String way) {
        return Optional.ofNullable(holders.get(way))
                .filter(found -> found.size() == 1)
                .map(found -> found.iterator().next());
    }
}
