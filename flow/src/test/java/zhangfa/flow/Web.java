package zhangfa.flow;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A random process that is not well-nested: a row of steps and gateways, and flows that lead on, or back, across it.
 *
 * @param kinds of the nodes, by number
 * @param flows between them: from and to
 */
record Web(List<Integer> kinds, List<List<Integer>> flows) {

    private static final List<String> SIGNS = List.of("S", "S", "S", "?g", "?g", "+g", "+g", "*g");

    static Arbitrary<Web> any() {
        var kinds = Arbitraries.integers()
                .between(0, SIGNS.size() - 1)
                .list()
                .ofMinSize(3)
                .ofMaxSize(9);
        var flow = Arbitraries.integers().between(0, 8).list().ofSize(2);
        return Combinators.combine(kinds, flow.list().ofMinSize(1).ofMaxSize(6)).as(Web::new);
    }

    /** Only such as the kernel executes: a graph at random may be one that can get stuck. */
    static Arbitrary<Web> executed() {
        return any().filter(web -> isExecuted(web.sketch()));
    }

    /** The process as a {@link Sketch}; out of an exclusive gateway flows may lead back. */
    String sketch() {
        var lines = new ArrayList<String>();
        lines.add("start > " + node(0));
        for (var from = 0; from < kinds.size(); from++) {
            var more = targets(from);
            for (var to : more) {
                lines.add("%s > %s%s".formatted(node(from), condition(from, to), node(to)));
            }
            var otherwise = more.isEmpty() || isSign(from, "+") ? "" : "[*] ";
            lines.add("%s > %s%s".formatted(node(from), otherwise, from + 1 < kinds.size() ? node(from + 1) : "end"));
        }
        return String.join("; ", lines);
    }

    private List<Integer> targets(int from) {
        return flows.stream()
                .filter(flow -> flow.getFirst() == from && !isSign(from, "S"))
                .map(List::getLast)
                .filter(to -> to < kinds.size() && to != from + 1 && to != from)
                .filter(to -> to > from || isSign(from, "?"))
                .distinct()
                .toList();
    }

    private String condition(int from, int to) {
        return switch (sign(from)) {
            case "?g" -> "[d%d = %d] ".formatted(from + 1, to % 3);
            case "*g" -> "[d%d != %d] ".formatted(from + 1, to % 3);
            default -> "";
        };
    }

    private boolean isSign(int node, String sign) {
        return sign(node).startsWith(sign);
    }

    private String sign(int node) {
        return SIGNS.get(kinds.get(node));
    }

    private String node(int number) {
        return sign(number) + number;
    }

    private static boolean isExecuted(String sketch) {
        try {
            Bpmn.read(Sketch.xml(sketch));
            return true;
        } catch (ModelRefused refused) {
            return false;
        }
    }
}
