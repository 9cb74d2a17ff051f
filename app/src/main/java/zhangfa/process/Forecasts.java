package zhangfa.process;

import java.util.Map;
import java.util.UUID;

/** A module's guess at the facts of a case that has not been handed in, so that its route can be shown beforehand. */
public interface Forecasts {

    boolean speaksOf(String process);

    /** As far as the form, perhaps half filled, tells; never fails because of what is missing. */
    Map<String, Object> facts(UUID unit, Map<String, Object> form);
}
