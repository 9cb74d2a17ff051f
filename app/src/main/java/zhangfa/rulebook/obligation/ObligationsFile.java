package zhangfa.rulebook.obligation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import zhangfa.calendar.WorkingTime;
import zhangfa.rulebook.control.Question;
import zhangfa.rulebook.source.YamlMap;

/** Reads an obligations.yaml: what a section wants done again and again. */
public final class ObligationsFile {

    private ObligationsFile() {}

    public static List<Obligation> read(String file, String text, String practice) {
        var keys = new HashSet<String>();
        return YamlMap.read(file, text).only("obligations").maps("obligations").stream()
                .map(one -> {
                    if (!keys.add(one.text("key"))) {
                        throw one.fault("the obligation " + one.text("key") + " stands here twice");
                    }
                    return obligation(one, practice);
                })
                .toList();
    }

    private static Obligation obligation(YamlMap one, String practice) {
        one.only("key", "title", "every", "workday", "after", "within", "owner", "verifier", "process", "query");
        return new Obligation(
                one.matching("key", "[a-z][a-z0-9-]*"),
                practice,
                one.wording("title"),
                "",
                one.has("after") ? clock(one) : schedule(one),
                one.matching("owner", Obligation.WHO),
                one.has("verifier") ? one.matching("verifier", Obligation.WHO) : null,
                proof(one),
                Instant.EPOCH,
                0,
                List.of());
    }

    private static When schedule(YamlMap one) {
        return new When.Schedule(
                one.choice("every", Rhythm.class), Integer.parseInt(one.matching("workday", "-?[1-9][0-9]?")));
    }

    private static When clock(YamlMap one) {
        try {
            WorkingTime.parse(one.text("within"));
        } catch (IllegalArgumentException wrong) {
            throw one.fault("\"within\" is working time, such as P2D or PT8H");
        }
        return new When.Clock(question(one, "after"), one.text("within"));
    }

    private static Proof proof(YamlMap one) {
        if (one.has("process") && one.has("query")) {
            throw one.fault("a case of a process proves it, or a query: not both");
        }
        if (one.has("process")) {
            return new Proof(Proof.Kind.PROCESS, one.text("process"));
        }
        return one.has("query") ? new Proof(Proof.Kind.QUERY, question(one, "query")) : Proof.UPLOAD;
    }

    private static String question(YamlMap one, String key) {
        var query = one.text(key);
        Question.refusal(query).ifPresent(refusal -> {
            throw one.fault("\"" + key + "\" is one select over the views of fact: " + refusal);
        });
        return query;
    }
}
