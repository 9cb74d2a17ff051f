package zhangfa.rulebook.edition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import zhangfa.api.Refusal;
import zhangfa.api.Refusal.Fault;
import zhangfa.rulebook.regulation.Charge;
import zhangfa.rulebook.regulation.Level;
import zhangfa.rulebook.regulation.Provision;

/**
 * A provision as somebody writes it.
 *
 * @param revision the one that they saw
 */
public record ProvisionForm(
        int revision,
        @Nullable String level,
        @Nullable String number,
        @Nullable String title,
        @Nullable String text,
        @Nullable List<Charge> duties) {

    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_DUTY = 500;
    private static final int MOST_DUTIES = 50;

    Provision provision(UUID id) {
        var faults = new ArrayList<Fault>();
        var kind = said(level);
        if (!kind.matches("chapter|section|article")) {
            faults.add(new Fault("/level", "{rulebook.draft.unknown-level}"));
        }
        tooLong(faults, "/number", said(number), LONGEST_NUMBER);
        tooLong(faults, "/title", said(title), LONGEST_TITLE);
        tooLong(faults, "/text", said(text), LONGEST_TEXT);
        if ((said(title) + said(text)).isBlank()) {
            faults.add(new Fault("/text", "{rulebook.provision.empty}"));
        }
        var written = written();
        if (written.size() > MOST_DUTIES) {
            faults.add(new Fault("/duties", "{rulebook.provision.too-many-duties|" + MOST_DUTIES + "}"));
        }
        IntStream.range(0, written.size()).forEach(at -> {
            var duty = written.get(at);
            tooLong(faults, "/duties/" + at + "/who", duty.who(), LONGEST_DUTY);
            tooLong(faults, "/duties/" + at + "/does", duty.does(), LONGEST_DUTY);
            tooLong(faults, "/duties/" + at + "/by", duty.by(), LONGEST_DUTY);
            tooLong(faults, "/duties/" + at + "/evidence", duty.evidence(), LONGEST_DUTY);
        });
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return shown(id);
    }

    /** As it stands in the form, right or wrong. */
    Provision shown(UUID id) {
        var kind = said(level);
        return new Provision(
                id,
                BigDecimal.ZERO,
                kind.matches("chapter|section|article") ? Level.of(kind) : Level.ARTICLE,
                said(number).strip(),
                said(title).strip(),
                said(text).replace("\r\n", "\n").stripTrailing(),
                written(),
                revision);
    }

    private List<Charge> written() {
        return (duties == null ? List.<Charge>of() : duties)
                .stream()
                        .map(duty -> new Charge(
                                strip(duty.who()), strip(duty.does()), strip(duty.by()), strip(duty.evidence())))
                        .filter(duty -> !duty.isEmpty())
                        .toList();
    }

    private static void tooLong(List<Fault> faults, String pointer, String words, int longest) {
        if (words.length() > longest) {
            faults.add(new Fault(pointer, "{rulebook.draft.too-long|" + longest + "}"));
        }
    }

    private static String strip(@Nullable String words) {
        return said(words).strip();
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }
}
