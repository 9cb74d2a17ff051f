package zhangfa.flow;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a model says about its process as a whole. */
record FlowProcess(String key, String name, @Nullable String guide, Map<String, String> attributes) {

    FlowProcess {
        attributes = Copies.of(attributes);
    }
}
