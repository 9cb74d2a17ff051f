package zhangfa.process.definition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import zhangfa.organization.DeputyScopes;
import zhangfa.process.Processes;

/** A deputy may stand in for just one process. */
@Component
class ProcessScopes implements DeputyScopes {

    private final Processes processes;

    ProcessScopes(Processes processes) {
        this.processes = processes;
    }

    @Override
    public Map<String, String> named() {
        var scopes = new LinkedHashMap<String, String>();
        processes.list().forEach(process -> scopes.put(process.key(), process.name()));
        return scopes;
    }
}
