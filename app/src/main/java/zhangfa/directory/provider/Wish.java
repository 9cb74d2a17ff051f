package zhangfa.directory.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal.Fault;
import zhangfa.ui.Language;

/**
 * A provider as an administrator wants it.
 *
 * @param secret empty where none is given, which leaves the one that is kept
 */
public record Wish(
        String key,
        String kind,
        Map<String, String> labels,
        boolean enabled,
        List<String> matching,
        Map<String, String> settings,
        String secret) {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_LABEL = 40;

    static Wish empty(Kind kind) {
        return new Wish("", kind.key(), Map.of(), true, List.of(), Map.of(), "");
    }

    static Wish of(Provider provider) {
        return new Wish(
                provider.key(),
                provider.kind().key(),
                provider.labels(),
                provider.enabled(),
                provider.matching().stream().map(Match::key).toList(),
                provider.settings(),
                "");
    }

    public boolean wants(Match match) {
        return matching.contains(match.key());
    }

    /** What is wrong before anybody asks the kind. */
    List<Fault> faults(Kind kind) {
        var faults = new ArrayList<Fault>();
        if (!KEY.matcher(key).matches()) {
            faults.add(new Fault("/key", "{directory.key-form}"));
        }
        for (var language : Language.ALL) {
            var label = labels.getOrDefault(language.toLanguageTag(), "").strip();
            if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                faults.add(new Fault("/labels/" + language.toLanguageTag(), "{directory.label-missing}"));
            }
        }
        for (var field : kind.fields()) {
            var said = settings.getOrDefault(field.name(), "");
            if (said.length() > field.longest() || (field.isRequired() && said.isBlank())) {
                faults.add(new Fault("/settings/" + field.name(), "{form.required}"));
            }
        }
        for (int i = 0; i < matching.size(); i++) {
            if (!List.of("username", "email", "phone").contains(matching.get(i))) {
                faults.add(new Fault("/matching/" + i, "{form.enum}"));
            }
        }
        return faults;
    }

    /** The labels in the product's languages. */
    Map<String, String> spoken() {
        return Language.ALL.stream()
                .map(Locale::toLanguageTag)
                .collect(Collectors.toMap(
                        tag -> tag, tag -> labels.getOrDefault(tag, "").strip()));
    }

    /** The settings that the kind knows, without what was left empty. */
    Map<String, String> kept(Kind kind) {
        var kept = new LinkedHashMap<String, String>();
        for (var field : kind.fields()) {
            var said = settings.getOrDefault(field.name(), "").strip();
            if (!said.isEmpty()) {
                kept.put(field.name(), said);
            }
        }
        return kept;
    }

    /** Whether the secret that is kept would go to another address than the one it was given for. */
    boolean sendsElsewhere(@Nullable Provider known, Kind kind) {
        return known != null
                && known.hasSecret()
                && secret.isBlank()
                && kind.fields().stream()
                        .filter(Field::isAddress)
                        .anyMatch(field -> !known.settings()
                                .getOrDefault(field.name(), "")
                                .equals(kept(kind).getOrDefault(field.name(), "")));
    }
}
