package zhangfa.mining.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import zhangfa.flow.ModelRefused;
import zhangfa.flow.Xml;

/** Reads one net of a PNML file; pages are a matter of drawing and are read as if they were not there. */
final class PnmlReading {

    private static final int HEAVIEST_ARC = 100;

    private final Xml net;
    private final PetriNetBuilder builder;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Arcs> transitions = new HashMap<>();
    private final List<Arcs> inOrder = new ArrayList<>();
    private int[] initial = {};

    /** What is known of a transition until all arcs are read. */
    private record Arcs(
            String id,
            @Nullable String label,
            List<Integer> takes,
            List<Integer> gives,
            List<Integer> inhibitors,
            List<Integer> resets) {

        Transition transition() {
            return new Transition(id, label, array(takes), array(gives), array(inhibitors), array(resets));
        }

        private static int[] array(List<Integer> places) {
            return places.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    PnmlReading(Xml net) {
        this.net = net;
        this.builder = new PetriNetBuilder(text(net, "name", ""));
    }

    PetriNet read() throws ModelRefused {
        var elements = net.descendants().toList();
        for (var element : elements) {
            if (element.local().equals("place") && element.attribute("idref") == null) {
                readPlace(element);
            } else if (element.local().equals("transition")) {
                readTransition(element);
            }
        }
        for (var element : elements) {
            if (element.local().equals("arc")) {
                readArc(element);
            }
        }
        readInitial(elements);
        var last = readLast(elements);
        inOrder.forEach(arcs -> builder.transition(arcs.transition()));
        return builder.build(initial, last, false);
    }

    private void readPlace(Xml element) throws ModelRefused {
        var id = newId(element);
        places.put(id, builder.place(new Place(id, text(element, "name", id))));
    }

    private void readTransition(Xml element) throws ModelRefused {
        var id = newId(element);
        var name = text(element, "name", "");
        var invisible = element.children().stream()
                .anyMatch(child ->
                        child.local().equals("toolspecific") && "$invisible$".equals(child.attribute("activity")));
        var label = invisible || name.isBlank() ? null : name;
        var arcs = new Arcs(id, label, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        transitions.put(id, arcs);
        inOrder.add(arcs);
    }

    private String newId(Xml element) throws ModelRefused {
        var id = element.attribute("id");
        if (id == null || id.isBlank()) {
            throw ModelRefused.at(element, "no-id", "A " + element.local() + " has no id");
        }
        if (places.containsKey(id) || transitions.containsKey(id)) {
            throw ModelRefused.at(element, "duplicate-id", "The id " + id + " is used twice");
        }
        return id;
    }

    private void readArc(Xml element) throws ModelRefused {
        var from = String.valueOf(element.attribute("source"));
        var to = String.valueOf(element.attribute("target"));
        var weight = number(element, "inscription", 1);
        if (weight < 1 || weight > HEAVIEST_ARC) {
            throw ModelRefused.at(element, "arc-weight", "An arc carries 1 to " + HEAVIEST_ARC + " tokens");
        }
        var type = element.attribute("type");
        var kind = type == null ? text(element, "arctype", "normal") : type;
        var place = places.get(from);
        var arcs = transitions.get(to);
        if (place != null && arcs != null) {
            append(element, kind, arcs, place, weight);
            return;
        }
        place = places.get(to);
        arcs = transitions.get(from);
        if (place == null || arcs == null) {
            throw ModelRefused.at(
                    element, "broken-arc", "The arc from %s to %s joins no place and transition".formatted(from, to));
        }
        for (var i = 0; i < weight; i++) {
            arcs.gives.add(place);
        }
    }

    private static void append(Xml element, String kind, Arcs arcs, Integer place, int weight) throws ModelRefused {
        switch (kind) {
            case "normal" -> {
                for (var i = 0; i < weight; i++) {
                    arcs.takes.add(place);
                }
            }
            case "inhibitor" -> arcs.inhibitors.add(place);
            case "reset" -> arcs.resets.add(place);
            default -> throw ModelRefused.at(element, "arc-type", "Arcs of type " + kind + " are not known");
        }
    }

    private void readInitial(List<Xml> elements) throws ModelRefused {
        initial = new int[builder.places()];
        var tokens = 0;
        for (var element : elements) {
            var place = places.get(String.valueOf(element.attribute("id")));
            if (element.local().equals("place") && place != null) {
                initial[place] = tokens(element, "initialMarking");
                tokens += initial[place];
            }
        }
        if (tokens == 0) {
            initial[onlyPlaceWithout(true)] = 1;
        }
    }

    private int[] readLast(List<Xml> elements) throws ModelRefused {
        var markings = elements.stream()
                .filter(element -> element.local().equals("finalmarkings"))
                .flatMap(found -> found.children().stream())
                .filter(element -> element.local().equals("marking"))
                .toList();
        var last = new int[builder.places()];
        if (markings.isEmpty()) {
            last[onlyPlaceWithout(false)] = 1;
            return last;
        }
        if (markings.size() > 1) {
            throw ModelRefused.at(markings.get(1), "several-last-markings", "A net with several last markings");
        }
        for (var element : markings.getFirst().children()) {
            var place = places.get(String.valueOf(element.attribute("idref")));
            if (place == null) {
                throw ModelRefused.at(element, "broken-marking", "A last marking names a place that is not there");
            }
            last[place] = tokens(element, null);
        }
        return last;
    }

    /** The only place that no transition fills (or empties). */
    private int onlyPlaceWithout(boolean filled) throws ModelRefused {
        var found = new ArrayList<Integer>();
        for (var place : places.values()) {
            if (inOrder.stream().noneMatch(arcs -> (filled ? arcs.gives : arcs.takes).contains(place))) {
                found.add(place);
            }
        }
        if (found.size() != 1) {
            throw ModelRefused.at(
                    net,
                    filled ? "no-initial-marking" : "no-last-marking",
                    "No marking is given, and %d places could be meant".formatted(found.size()));
        }
        return found.getFirst();
    }

    private static int tokens(Xml element, @Nullable String child) throws ModelRefused {
        var tokens = number(element, child, 0);
        if (tokens < 0 || tokens > Markings.MOST_TOKENS) {
            throw ModelRefused.at(element, "tokens", "A place holds 0 to " + Markings.MOST_TOKENS + " tokens");
        }
        return tokens;
    }

    private static int number(Xml element, @Nullable String child, int otherwise) throws ModelRefused {
        var text = child == null ? textOf(element, "") : text(element, child, "");
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException none) {
            throw ModelRefused.at(element, "not-a-number", "Not a whole number: " + text);
        }
    }

    private static String text(Xml element, String child, String otherwise) {
        return element.children().stream()
                .filter(found -> found.local().equals(child))
                .findFirst()
                .map(found -> textOf(found, otherwise))
                .orElse(otherwise);
    }

    /** What stands in {@code <text>}, or directly inside, or in the {@code value} that older files use. */
    private static String textOf(Xml element, String otherwise) {
        var inner = element.children().stream()
                .filter(child -> child.local().equals("text") || child.local().equals("value"))
                .map(Xml::text)
                .findFirst()
                .orElseGet(element::text);
        return inner.isEmpty() ? otherwise : inner;
    }
}
