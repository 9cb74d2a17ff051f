package zhangfa.rulebook.article;

import java.util.List;
import java.util.Locale;
import zhangfa.rulebook.coverage.Execution.Executable;
import zhangfa.rulebook.coverage.Standing;
import zhangfa.rulebook.obligation.Obligation;
import zhangfa.ui.Tone;

/** A clause as the article's page shows it: how it stands, whose duty it is, and what is due again and again. */
public record ClauseView(Standing standing, List<DutyView> duties, List<Obligation> obligations, List<String> reasons) {

    public String title(Locale locale) {
        return standing.clause().title().in(locale);
    }

    /** The letter alone: what stands before it is on the page already. */
    public String letter() {
        var id = standing.clause().id();
        var article = standing.passage().article().id();
        return id.equals(article) ? id : id.substring(article.length());
    }

    public Tone tone() {
        return switch (standing.execution().executable()) {
            case YES -> Tone.DONE;
            case IN_PART -> Tone.RUNNING;
            case NO -> Tone.WAITING;
        };
    }

    public String executableKey() {
        return "rulebook.executable." + standing.execution().executable().word().replace('_', '-');
    }

    public boolean runs() {
        return standing.execution().executable() != Executable.NO;
    }
}
