package zhangfa.process.run;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.identity.Account;
import zhangfa.journal.Journal;
import zhangfa.organization.Person;
import zhangfa.process.CaseTalk;
import zhangfa.process.Conversation;
import zhangfa.process.conversation.Conversations;

/** Where people comment on cases, put others into copy and urge those who hold one. */
@Component
class TalkDesk implements CaseTalk {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final CaseRows rows;
    private final Commits commits;
    private final Journal journal;
    private final Addressees addressees;
    private final Runs runs;
    private final Conversations conversations;
    private final Clock clock;

    TalkDesk(
            CaseRows rows,
            Commits commits,
            Journal journal,
            Addressees addressees,
            Runs runs,
            Conversations conversations,
            Clock clock) {
        this.rows = rows;
        this.commits = commits;
        this.journal = journal;
        this.addressees = addressees;
        this.runs = runs;
        this.conversations = conversations;
        this.clock = clock;
    }

    @Override
    public void comment(Account who, UUID caseId, String words, List<String> mentioned, boolean copying) {
        if (words.isBlank()) {
            throw Refusal.invalid("/comment", "{form.required}");
        }
        if (mentioned.isEmpty()) {
            note(who, caseId, Tidings.COMMENTED_ON, Map.of("comment", words), List.of());
            return;
        }
        var people = addressees.mentioned(mentioned);
        commits.once(null, () -> {
            var row = rows.lock(caseId, who).orElseThrow(Refusal::notThere);
            var blind = addressees.blind(caseId, people);
            if (!blind.isEmpty() && !copying) {
                throw Addressees.unseen(blind);
            }
            var content = Map.<String, Object>of(
                    "comment",
                    words,
                    "who",
                    people.stream().map(Person::username).toList());
            var copies = blind.stream().map(Person::id).toList();
            commits.note(row, who.id(), runs.now(), Tidings.COMMENTED_ON, content, copies);
            return row.id();
        });
    }

    @Override
    public void record(Account who, UUID caseId, Conversation said) {
        said.check(clock);
        var person = Optional.ofNullable(said.person())
                .map(name -> addressees.person("/person", name).id())
                .orElse(null);
        commits.once(null, () -> {
            var row = rows.lock(caseId, who).orElseThrow(Refusal::notThere);
            commits.note(row, who.id(), runs.now(), Tidings.TALKED, content(said), List.of());
            conversations.keep(Keys.next(), caseId, who.id(), person, said);
            return row.id();
        });
    }

    private static Map<String, Object> content(Conversation said) {
        var content = new LinkedHashMap<String, Object>();
        Optional.ofNullable(said.person()).ifPresent(person -> content.put("who", List.of(person)));
        Optional.ofNullable(said.contact()).ifPresent(contact -> content.put("contact", contact));
        content.put("channel", said.channel());
        content.put("at", String.valueOf(said.at()));
        content.put("comment", said.outcome());
        Optional.ofNullable(said.next()).ifPresent(next -> content.put("next", next));
        Optional.ofNullable(said.nextOn()).ifPresent(day -> content.put("next_on", day.toString()));
        return content;
    }

    @Override
    public void alert(Account who, UUID caseId, List<String> usernames, String words) {
        if (words.isBlank()) {
            throw Refusal.invalid("/comment", "{form.required}");
        }
        note(
                who,
                caseId,
                Tidings.ALERTED,
                Map.of("who", usernames, "comment", words.strip()),
                addressees.people(usernames));
    }

    @Override
    public void copyTo(Account who, UUID caseId, List<String> usernames) {
        note(who, caseId, Tidings.COPIED_TO, Map.of("who", usernames), addressees.people(usernames));
    }

    @Override
    public void urge(Account who, UUID caseId, @Nullable String words) {
        commits.once(null, () -> {
            var row = rows.lock(caseId, who).orElseThrow(Refusal::notThere);
            var now = runs.now();
            if (row.state().openTasks().isEmpty()) {
                throw Refusal.conflict("{process.urge.nobody}");
            }
            if (journal.of(caseId, 0, row.journalHead().seq()).stream()
                    .anyMatch(entry -> entry.kind().equals(Tidings.URGED_FOR)
                            && who.id().equals(entry.actor())
                            && entry.at().isAfter(now.minus(PATIENCE)))) {
                throw Refusal.conflict("{process.urge.again}");
            }
            var content = new LinkedHashMap<String, Object>();
            if (words != null && !words.isBlank()) {
                content.put("comment", words.strip());
            }
            commits.note(row, who.id(), now, Tidings.URGED_FOR, content, List.of());
            return row.id();
        });
    }

    private void note(Account who, UUID caseId, String kind, Map<String, Object> content, List<UUID> copies) {
        commits.once(null, () -> {
            var row = rows.lock(caseId, who).orElseThrow(Refusal::notThere);
            commits.note(row, who.id(), runs.now(), kind, content, copies);
            return row.id();
        });
    }
}
