package zhangfa.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults found in a model so far. */
final class Faults {

    private final List<ModelFault> found = new ArrayList<>();

    void add(Xml element, String code, String reason) {
        found.add(of(element, code, reason));
    }

    /** A fault of the file as a whole. */
    void add(String code, int line, String reason) {
        found.add(new ModelFault("definitions", null, line, code, reason));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void refuseIfAny() throws ModelRefused {
        if (!found.isEmpty()) {
            throw new ModelRefused(sorted());
        }
    }

    List<ModelFault> sorted() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparingInt(ModelFault::line))
                .toList();
    }

    /** A fault of an element that has no id is named by the nearest element around it that has one. */
    static ModelFault of(Xml element, String code, String reason) {
        var named = element;
        while (named.attribute("id") == null && named.parent() != null) {
            named = named.parent();
        }
        var id = named.attribute("id");
        return new ModelFault(id == null ? element.local() : id, named.attribute("name"), element.line(), code, reason);
    }

    /** Refuses a file that cannot even be read. */
    static ModelRefused whole(int line, String code, String reason) {
        var faults = new Faults();
        faults.add(code, line, reason);
        return new ModelRefused(faults.sorted());
    }
}
