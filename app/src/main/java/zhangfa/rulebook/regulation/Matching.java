package zhangfa.rulebook.regulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;

/**
 * Gives the provisions of a document that was read anew the ids that they had in the edition before: first where all is the
 * same, then the words, then title and level, then number and level; each old one is given once.
 */
public final class Matching {

    private static final List<BiPredicate<Provision, Provision>> SIGNS = List.of(
            (now, before) -> now.number().equals(before.number()) && now.saysTheSameAs(before),
            (now, before) -> now.level() == before.level()
                    && now.title().equals(before.title())
                    && now.text().equals(before.text()),
            (now, before) -> now.level() == before.level()
                    && !now.title().isEmpty()
                    && now.title().equals(before.title()),
            (now, before) -> now.level() == before.level()
                    && !now.number().isEmpty()
                    && now.number().equals(before.number()));

    private Matching() {}

    /** The new provisions, with the duties of the old ones where the document, as most do, says nothing of duties. */
    public static List<Provision> of(List<Provision> now, List<Provision> before) {
        Map<UUID, Provision> matched = new HashMap<>();
        var free = new ArrayList<>(before);
        for (var sign : SIGNS) {
            for (var provision : now) {
                if (!matched.containsKey(provision.id())) {
                    free.stream()
                            .filter(old -> sign.test(provision, old))
                            .findFirst()
                            .ifPresent(old -> {
                                free.remove(old);
                                matched.put(provision.id(), old);
                            });
                }
            }
        }
        return now.stream()
                .map(provision -> Optional.ofNullable(matched.get(provision.id()))
                        .map(old -> of(provision, old))
                        .orElse(provision))
                .toList();
    }

    private static Provision of(Provision now, Provision before) {
        return new Provision(
                before.id(),
                now.place(),
                now.level(),
                now.number(),
                now.title(),
                now.text(),
                now.duties().isEmpty() ? before.duties() : now.duties(),
                0);
    }
}
