package zhangfa.flow;

import java.util.List;
import java.util.stream.Collectors;

/** A model cannot be executed; every fault found in it is named at once. */
public final class ModelRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelFault> faults;

    ModelRefused(List<ModelFault> faults) {
        super(faults.stream().map(ModelFault::toString).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** A refusal for one fault of this element, which is named by the nearest id around it. */
    public static ModelRefused at(Xml element, String code, String reason) {
        return new ModelRefused(List.of(Faults.of(element, code, reason)));
    }

    /** All faults in the order of their lines; never empty. */
    public List<ModelFault> faults() {
        return faults;
    }
}
