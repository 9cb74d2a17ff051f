package zhangfa.rulebook.practice;

import static java.util.stream.Collectors.toSet;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import zhangfa.process.Processes;

/** The processes of practices as they run: handed in when a practice is adopted or changes, asked about for coverage. */
@Component
public class RunningProcesses {

    private static final String IN_FORCE = "published";

    private final Processes processes;

    RunningProcesses(Processes processes) {
        this.processes = processes;
    }

    /** Makes the practice's process the one that new cases follow. */
    void publish(Practice practice) {
        var process = practice.process();
        var clauses = practice.clauses().map(PracticeClause::id).toList();
        processes.handIn(
                new Processes.Draft(
                        process.bpmn(), process.form(), process.guideIn(Locale.SIMPLIFIED_CHINESE), clauses),
                true,
                null);
    }

    /** The steps of the version in force, or nothing where no version is. */
    public Optional<Set<String>> steps(String process) {
        return processes
                .find(process)
                .filter(found -> found.status().equals(IN_FORCE))
                .map(found -> processes.steps(process).stream()
                        .map(Processes.Step::id)
                        .collect(toSet()));
    }
}
