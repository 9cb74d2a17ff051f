package zhangfa.rulebook.draft;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.rulebook.structure.Outline;
import zhangfa.rulebook.structure.Passage.Kind;
import zhangfa.rulebook.structure.Structure;

/** Where a draft's structure is corrected: levels, titles, what belongs together, what is no part of it. */
@Component
@Transactional
public class DraftDesk {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_TEXT = 200_000;

    private final Drafts drafts;
    private final ApplicationEventPublisher events;

    DraftDesk(Drafts drafts, ApplicationEventPublisher events) {
        this.drafts = drafts;
        this.events = events;
    }

    UUID take(Outline outline, String fileName, String sha256, UUID who) {
        var name = fileName.replaceFirst("\\.[A-Za-z0-9]{1,8}$", "");
        var title = outline.title().isBlank() ? name : outline.title();
        var id = drafts.add(cut(title, LONGEST_TITLE), cut(fileName, LONGEST_TITLE), sha256, outline, who);
        events.publishEvent(new DocumentTaken(id, cut(fileName, LONGEST_TITLE), sha256, who));
        return id;
    }

    /** Keeps what stands there now as the draft of a rulebook. */
    void keep(UUID draft, String title, UUID who) {
        var named = checked("/title", title.strip(), LONGEST_TITLE, true);
        if (drafts.passages(draft).stream().noneMatch(passage -> passage.kind() == Kind.ARTICLE)) {
            throw Refusal.invalid("", "{rulebook.draft.no-article}");
        }
        drafts.keep(draft, named);
        events.publishEvent(new RulebookDrafted(draft, named, who));
    }

    void discard(UUID draft, UUID who) {
        if (drafts.remove(draft) == 0) {
            throw Refusal.notThere();
        }
        events.publishEvent(new DraftDiscarded(draft, who));
    }

    DraftPassage raise(UUID draft, UUID passage) {
        return put(draft, one(draft, passage).raised());
    }

    DraftPassage lower(UUID draft, UUID passage) {
        return put(draft, one(draft, passage).lowered());
    }

    DraftPassage make(UUID draft, UUID passage, Kind kind) {
        return put(draft, one(draft, passage).as(kind));
    }

    DraftPassage write(UUID draft, UUID passage, String number, String title, String text) {
        var known = one(draft, passage);
        return put(
                draft,
                new DraftPassage(
                        known.id(),
                        known.place(),
                        known.kind(),
                        checked("/number", number.strip(), LONGEST_NUMBER, false),
                        checked("/title", title.strip(), LONGEST_TITLE, false),
                        checked("/text", text.replace("\r\n", "\n").stripTrailing(), LONGEST_TEXT, false)));
    }

    /** What belongs together: the passage becomes text of the one before it, which is answered. */
    DraftPassage merge(UUID draft, UUID passage) {
        var merged = one(draft, passage);
        var before =
                drafts.before(draft, merged).orElseThrow(() -> Refusal.conflict("{rulebook.draft.nothing-before}"));
        drafts.drop(merged);
        return put(draft, before.with(merged));
    }

    /** What does not belong together: from this place of the text on it is a passage of its own, of the same level. */
    List<DraftPassage> split(UUID draft, UUID passage, int at) {
        var whole = one(draft, passage);
        var text = whole.text();
        if (at <= 0
                || at >= text.length()
                || text.substring(0, at).isBlank()
                || text.substring(at).isBlank()) {
            throw Refusal.invalid("/at", "{rulebook.draft.split-where}");
        }
        var first = new DraftPassage(
                whole.id(),
                whole.place(),
                whole.kind(),
                whole.number(),
                whole.title(),
                text.substring(0, at).strip());
        var begun = Structure.begun(text.substring(at).strip());
        var second = new DraftPassage(
                Keys.next(),
                drafts.placeAfter(draft, whole),
                whole.kind(),
                begun.number(),
                begun.title(),
                begun.text());
        return List.of(put(draft, first), put(draft, second));
    }

    DraftPassage one(UUID draft, UUID passage) {
        return drafts.passage(draft, passage).orElseThrow(Refusal::notThere);
    }

    private DraftPassage put(UUID draft, DraftPassage passage) {
        drafts.put(draft, passage);
        return passage;
    }

    private static String checked(String pointer, String words, int longest, boolean needed) {
        if (words.length() > longest) {
            throw Refusal.invalid(pointer, "{rulebook.draft.too-long|" + longest + "}");
        }
        if (needed && words.isBlank()) {
            throw Refusal.invalid(pointer, "{rulebook.draft.title-missing}");
        }
        return words;
    }

    private static String cut(String words, int longest) {
        return words.length() <= longest ? words : words.substring(0, longest);
    }
}
