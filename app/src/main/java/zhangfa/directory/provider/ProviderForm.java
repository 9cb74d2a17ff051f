package zhangfa.directory.provider;

import org.jspecify.annotations.Nullable;

/**
 * A provider as its page shows it, new or known.
 *
 * @param provider null for a new one
 * @param base where this installation is on the net
 */
public record ProviderForm(Wish wish, Kind kind, @Nullable Provider provider, String base) {

    public boolean isNew() {
        return provider == null;
    }

    public boolean hasSecret() {
        return provider != null && provider.hasSecret();
    }

    public String value(Field field) {
        return wish.settings().getOrDefault(field.name(), field.isAddress() || isNew() ? field.usual() : "");
    }

    /** What the provider's administrators enter on their side. */
    public String returnAddress() {
        return provider == null ? "" : base + provider.returnPath();
    }
}
