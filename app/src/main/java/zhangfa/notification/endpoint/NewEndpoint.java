package zhangfa.notification.endpoint;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;

/**
 * An endpoint as somebody wants to set it up.
 *
 * @param secret a robot's; a webhook's is made here
 */
record NewEndpoint(String name, String format, String url, String secret, List<String> kinds) {

    private static final int LONGEST_NAME = 60;

    void check(Set<String> known, Set<String> allowed) {
        var faults = new ArrayList<Fault>();
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            faults.add(new Fault("/name", "{form.required}"));
        }
        if (Format.named(format).isEmpty()) {
            faults.add(new Fault("/format", "{form.enum}"));
        }
        if (!isGood(address(), allowed)) {
            faults.add(new Fault("/url", "{notification.endpoint.url-wrong}"));
        }
        if (kinds.isEmpty()) {
            faults.add(new Fault("/kinds", "{form.required}"));
        }
        for (int i = 0; i < kinds.size(); i++) {
            if (!known.contains(kinds.get(i))) {
                faults.add(new Fault("/kinds/" + i, "{form.enum}"));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    @Nullable
    URI address() {
        try {
            return URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Encrypted, unless it stays inside the company by name; without a user's name in it. */
    private static boolean isGood(@Nullable URI address, Set<String> allowed) {
        return address != null
                && address.getHost() != null
                && address.getRawUserInfo() == null
                && ("https".equals(address.getScheme())
                        || ("http".equals(address.getScheme()) && allowed.contains(address.getHost())));
    }
}
