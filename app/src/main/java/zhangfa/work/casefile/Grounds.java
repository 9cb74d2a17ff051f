package zhangfa.work.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.process.CaseFile;
import zhangfa.process.Insight;
import zhangfa.process.Precedents;
import zhangfa.ui.Tone;
import zhangfa.work.inbox.InboxRow;
import zhangfa.work.inbox.Rows;

/** What to know of a case: where it stands for everybody, and for whoever decides what modules found out and what went before. */
@Component
class Grounds {

    private final List<Insight> insights;
    private final Precedents precedents;
    private final Standings standings;
    private final Rows rows;
    private final Words words;

    Grounds(List<Insight> insights, Precedents precedents, Standings standings, Rows rows, Words words) {
        this.insights = insights;
        this.precedents = precedents;
        this.standings = standings;
        this.rows = rows;
        this.words = words;
    }

    @Nullable
    Standing standing(CaseFile file) {
        return standings.of(file);
    }

    List<CasePage.Finding> findings(CaseFile file) {
        return insights.stream()
                .filter(insight -> insight.speaksOf(file.process()))
                .flatMap(insight -> insight.about(file.id(), file.form(), file.facts()).stream())
                .map(finding -> new CasePage.Finding(tone(finding.level()), words.say(finding.words())))
                .toList();
    }

    List<InboxRow> similar(Account who, CaseFile file) {
        return precedents.similar(who, file).stream().map(rows::of).toList();
    }

    private static Tone tone(String level) {
        return switch (level) {
            case "ok" -> Tone.DONE;
            case "warn" -> Tone.WAITING;
            default -> Tone.RUNNING;
        };
    }
}
