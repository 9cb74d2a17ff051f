package zhangfa.rulebook.edition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.rulebook.draft.DraftPassage;
import zhangfa.rulebook.draft.Drafts;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.rulebook.regulation.Editions;
import zhangfa.rulebook.regulation.Head;
import zhangfa.rulebook.regulation.Level;
import zhangfa.rulebook.regulation.Matching;
import zhangfa.rulebook.regulation.Provision;
import zhangfa.rulebook.regulation.Provisions;
import zhangfa.rulebook.regulation.Rank;
import zhangfa.rulebook.regulation.Scope;

/** Where editions are begun, from nothing, from a document or from the one before, and given up. */
@Component
@Transactional
public class EditionDesk {

    private final Editions editions;
    private final Provisions provisions;
    private final Drafts drafts;
    private final ApplicationEventPublisher events;

    EditionDesk(Editions editions, Provisions provisions, Drafts drafts, ApplicationEventPublisher events) {
        this.editions = editions;
        this.provisions = provisions;
        this.drafts = drafts;
        this.events = events;
    }

    /** A new regulation with one empty article. */
    UUID begin(String title, UUID who) {
        HeadForm.checkTitle(title);
        var head = new Head(title.strip(), Rank.SPECIAL, Scope.EVERYONE, "", "", null);
        return begin(Keys.next(), head, List.of(empty(BigDecimal.ZERO)), who);
    }

    /** The next edition of a regulation, beginning with what the last published one says. */
    UUID revise(UUID regulation, UUID who) {
        var last = last(regulation);
        var head = last.head();
        return begin(
                regulation,
                new Head(head.title(), head.rank(), head.scope(), head.owner(), "", null),
                provisions.of(last.id()),
                who);
    }

    /**
     * A corrected document becomes a draft edition.
     *
     * @param regulation the one that it is the next edition of; null for a new regulation
     */
    UUID take(UUID draft, @Nullable UUID regulation, UUID who) {
        var document = drafts.find(draft).orElseThrow(Refusal::notThere);
        var read = read(drafts.passages(draft));
        if (read.stream().noneMatch(Provision::isArticle)) {
            throw Refusal.invalid("", "{rulebook.draft.no-article}");
        }
        if (regulation == null) {
            var head = new Head(document.title(), Rank.SPECIAL, Scope.EVERYONE, "", "", null);
            return begin(Keys.next(), head, read, who);
        }
        var last = last(regulation);
        var head = last.head();
        return begin(
                regulation,
                new Head(document.title(), head.rank(), head.scope(), head.owner(), "", null),
                Matching.of(read, provisions.of(last.id())),
                who);
    }

    void discard(UUID id, UUID who) {
        var edition = editions.lock(id).orElseThrow(Refusal::notThere);
        if (!editions.remove(edition)) {
            throw Refusal.conflict("{rulebook.edition.no-draft}");
        }
        events.publishEvent(new EditionDiscarded(id, edition.regulation(), who));
    }

    private UUID begin(UUID regulation, Head head, List<Provision> text, UUID who) {
        var id = editions.begin(regulation, head, who)
                .orElseThrow(() -> Refusal.conflict("{rulebook.edition.one-at-work}"));
        provisions.add(id, text);
        events.publishEvent(new EditionBegun(id, regulation, head.title(), who));
        return id;
    }

    private Edition last(UUID regulation) {
        return editions.of(regulation).stream()
                .filter(Edition::isPublished)
                .findFirst()
                .orElseThrow(Refusal::notThere);
    }

    private static List<Provision> read(List<DraftPassage> passages) {
        var read = new ArrayList<Provision>();
        for (var passage : passages) {
            var level = switch (passage.kind()) {
                case CHAPTER -> Level.CHAPTER;
                case SECTION -> Level.SECTION;
                case ARTICLE, FOREWORD -> Level.ARTICLE;
                case TITLE, BOILERPLATE -> null;
            };
            if (level != null && !(passage.number() + passage.title() + passage.text()).isBlank()) {
                read.add(new Provision(
                        Keys.next(),
                        BigDecimal.valueOf(read.size()),
                        level,
                        passage.number(),
                        passage.title(),
                        passage.text(),
                        List.of(),
                        0));
            }
        }
        return read;
    }

    static Provision empty(BigDecimal place) {
        return new Provision(Keys.next(), place, Level.ARTICLE, "", "", "", List.of(), 0);
    }
}
