package zhangfa.process.run;

import org.springframework.stereotype.Component;
import zhangfa.process.definition.Definitions;

/** Begins runs: a case as its row stands, by the version of its process that it lives by. */
@Component
class Runs {

    private final Definitions definitions;
    private final Staffing staffing;
    private final Deadlines deadlines;
    private final Actions actions;

    Runs(Definitions definitions, Staffing staffing, Deadlines deadlines, Actions actions) {
        this.definitions = definitions;
        this.staffing = staffing;
        this.deadlines = deadlines;
        this.actions = actions;
    }

    Run of(CaseRow row, Run.Said said) {
        return new Run(row, definitions.version(row.process(), row.version()), staffing, deadlines, actions, said);
    }
}
