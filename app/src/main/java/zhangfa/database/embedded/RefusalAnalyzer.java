package zhangfa.database.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the person at the terminal why the database cannot serve and what to do, instead of a stack trace. */
class RefusalAnalyzer extends AbstractFailureAnalyzer<DatabaseRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, DatabaseRefused refused) {
        return new FailureAnalysis(refused.getMessage(), refused.remedy(), failure);
    }
}
