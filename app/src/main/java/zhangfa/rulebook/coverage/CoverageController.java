package zhangfa.rulebook.coverage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.api.Words;
import zhangfa.rulebook.control.ControlRun;
import zhangfa.rulebook.tree.Heading;
import zhangfa.ui.Language;

/** How far the rulebook is lived, for programs. */
@RestController
@RequestMapping("/api/v1/rulebook")
class CoverageController {

    private final CoverageBoard board;
    private final Words words;

    CoverageController(CoverageBoard board, Words words) {
        this.board = board;
        this.words = words;
    }

    /** The counts of the whole and of each chapter. */
    record CoverageAnswer(@JsonUnwrapped Tally tally, List<ChapterAnswer> chapters) {}

    /** The counts of one chapter. */
    record ChapterAnswer(
            String chapter,
            String rulebook,
            String title,
            @JsonUnwrapped Tally tally) {}

    /** One clause as it stands. */
    record ClauseAnswer(
            String clause,
            String article,
            String section,
            String title,
            @JsonUnwrapped Execution execution,
            @JsonUnwrapped Evidence evidence,
            List<ControlAnswer> controls) {}

    /** A control of a clause and how many rows break it. */
    record ControlAnswer(String key, ControlRun.Status status, long rows) {}

    @GetMapping("/coverage")
    @SignedIn
    CoverageAnswer coverage(Locale asked) {
        var locale = Language.nearest(asked);
        var now = board.now(locale);
        var chapters = now.trees().stream()
                .flatMap(tree -> tree.chapters().stream().map(chapter -> chapter(tree.key(), chapter, now, locale)))
                .toList();
        return new CoverageAnswer(now.tally(), chapters);
    }

    @GetMapping("/clauses")
    @SignedIn
    Listing<ClauseAnswer> clauses(
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count,
            Locale asked) {
        var window = Window.of(size, after, count);
        var locale = Language.nearest(asked);
        var standings = board.now(locale).standings();
        var rows = after(standings, window).stream()
                .limit(window.rows())
                .map(standing -> clause(standing, locale))
                .toList();
        return Listing.of(rows, window.size(), ClauseAnswer::clause).counted(window, standings::size);
    }

    private static List<Standing> after(List<Standing> standings, Window window) {
        if (window.after() == null) {
            return standings;
        }
        for (int i = 0; i < standings.size(); i++) {
            if (standings.get(i).clause().id().equals(window.after())) {
                return standings.subList(i + 1, standings.size());
            }
        }
        throw Refusal.invalid("/after", "{api.cursor}");
    }

    private static ChapterAnswer chapter(String rulebook, Heading chapter, Coverage now, Locale locale) {
        return new ChapterAnswer(chapter.id(), rulebook, chapter.title().in(locale), now.of(chapter));
    }

    private ClauseAnswer clause(Standing standing, Locale locale) {
        var reasons = standing.execution().reasons().stream()
                .map(reason -> words.say(reason, locale))
                .toList();
        return new ClauseAnswer(
                standing.clause().id(),
                standing.passage().article().id(),
                standing.passage().section().id(),
                standing.clause().title().in(locale),
                new Execution(standing.execution().executable(), reasons),
                standing.evidence(),
                standing.controls().stream()
                        .map(state -> new ControlAnswer(state.control().key(), state.status(), state.rows()))
                        .toList());
    }
}
