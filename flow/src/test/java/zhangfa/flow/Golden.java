package zhangfa.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import zhangfa.flow.FlowCommand.Then;
import zhangfa.flow.FlowCommand.Where;

/**
 * Cases whose journals and states are committed and must be readable ever after. Run with the folder
 * {@code src/test/resources/golden/v<n>} of the release to come as its argument, it writes the cases that no earlier folder
 * has; a folder already released is never written again.
 */
final class Golden {

    private Golden() {}

    static Map<String, Play> plays() {
        var plays = new LinkedHashMap<String, Play>();
        plays.put("two-approvals", Play.started("start > A > B > end").approve("A", "B"));
        plays.put(
                "choice",
                Play.of("start > ?g; ?g > [missing] A > end; ?g > [amount > 5] B > end; ?g > [*] C > end")
                        .with("amount", 7)
                        .start());
        plays.put(
                "no-flow",
                Play.of("start > ?g; ?g > [x = 1] A > end; ?g > [x = 2] B > end")
                        .start()
                        .with("x", 2)
                        .retry());
        plays.put("nobody", Play.of("start > A > end").seat("A").start());
        plays.put("rejected", Play.started("start > A > end").reject("A"));
        plays.put("cancelled", Play.started("start > A > end").cancel());
        plays.put(
                "shared-task",
                Play.of("start > A > B > end")
                        .seat("A", "x", "y")
                        .start()
                        .claim("A", "x")
                        .release("A", "x")
                        .claim("A", "y")
                        .transfer("A", "y", "z")
                        .approveBy("A", "z")
                        .withdraw("A", "z"));
        plays.putAll(returns());
        plays.putAll(times());
        plays.putAll(signers());
        plays.putAll(scopes());
        plays.putAll(events());
        plays.put("start-event", CataloguePlay.of("start-event/return-begins-there-again"));
        plays.put("migrated", migrated());
        plays.put("activity-chosen", CataloguePlay.of("ad-hoc/saying-so-cancels-the-rest"));
        return plays;
    }

    private static Play migrated() {
        var old = Play.started("start > A > +f; +f > B > +j; +f > C > +j; +j > D > end")
                .approve("A", "B", "C");
        return MigratingTests.over(old, "start > A > C > E > end; !late:E:PT4H > end", Map.of("D", "E"));
    }

    private static Map<String, Play> returns() {
        var plays = new LinkedHashMap<String, Play>();
        var block = "start > A > +f; +f > B > B2 > +j; +f > C > C2 > +j; +j > D > end";
        plays.put(
                "rerun-behind-join",
                Play.started(block).approve("A", "B", "B2", "C", "C2").rerun("D", "B"));
        plays.put("jump-back-in-branch", Play.started(block).approve("A", "B").jumpBack("B2", "A"));
        plays.put(
                "countersign-returned",
                Play.of("start > A > B:all > end")
                        .seat("B", "x", "y", "z")
                        .start()
                        .approve("A")
                        .approveBy("B", "x")
                        .back("B", "y", "initiator", Then.RERUN)
                        .resubmit());
        return plays;
    }

    private static Map<String, Play> scopes() {
        var plays = new LinkedHashMap<String, Play>();
        var inside = "&S: start2 > +f; &S: +f > A > end2; &S: +f > ?g; &S: ?g > [stop] stop3; &S: ?g > [*] B > end4";
        plays.put("scope-left", Play.started("start > &S > C > end; " + inside).approve("A", "B"));
        plays.put(
                "scope-reopened",
                Play.started("start > &S > C > end; " + inside)
                        .approve("A", "B")
                        .rerun("C", "B"));
        plays.put(
                "scope-terminated",
                Play.of("start > &S > C > end; " + inside).with("stop", true).start());
        plays.put(
                "scope-interrupted",
                Play.started("start > &S > C > end; !late:u_S:PT4H > X > end5; " + inside)
                        .approve("A")
                        .fire());
        return plays;
    }

    /** Of the catalogue, as far as its traces go. */
    private static Map<String, Play> events() {
        var plays = new LinkedHashMap<String, Play>();
        for (var model : List.of(
                "message-and-signal/catch-a-message-with-a-key",
                "message-and-signal/throw-a-message",
                "message-and-signal/race-with-a-signal",
                "conditional/beside-a-step",
                "error/nobody-catches-inside",
                "escalation/event-sub-process-beside",
                "call-activity/hands-data-over",
                "script/undone-and-computed-again",
                "multi-instance/one-more-while-running",
                "compensation/event-sub-process",
                "compensation/return-behind-what-was-compensated",
                "multi-instance/condition-of-an-item")) {
            plays.put(model.replace("/", "-"), CataloguePlay.of(model));
        }
        return plays;
    }

    private static Map<String, Play> signers() {
        var plays = new LinkedHashMap<String, Play>();
        plays.put(
                "signers-added-and-removed",
                Play.started("start > A > B > end")
                        .addSign("A", "a", Where.AFTER, "z")
                        .addSign("A", "a", Where.BEFORE, "x", "y")
                        .removeSign(2, "a", "y")
                        .approveBy("A", "x")
                        .delegate("A", "a", "p")
                        .resolve("A", "p")
                        .delegate("A", "a", "q"));
        plays.put(
                "weighed-and-taken-back",
                Play.of("start > A:weighted:threshold=60% > B > end")
                        .seat("A", "x", "y", "z")
                        .weigh("x", 2)
                        .start()
                        .approveBy("A", "x")
                        .approveBy("A", "y")
                        .withdraw("A", "x"));
        plays.put(
                "sequence",
                Play.of("start > A:sequence > end").seat("A", "x", "y").start());
        plays.put(
                "skipped-jumped-reopened",
                Play.of("start > A > B > C > end")
                        .skip("A")
                        .start()
                        .jump("B", "C")
                        .approve("C")
                        .reopen("B"));
        return plays;
    }

    private static Map<String, Play> times() {
        var plays = new LinkedHashMap<String, Play>();
        var later = Play.NOON.plusSeconds(60);
        plays.put(
                "timers-and-actions",
                Play.started("start > A > *f; *f > #pay > *j; *f > @t:PT1H > *j; *j > B > end; !late:A:PT4H > *f")
                        .fire()
                        .fail("The bank is closed")
                        .retry()
                        .fire());
        plays.put(
                "urged-and-suspended",
                Play.started("start > A:within=PT8H/warn=PT2H/urge=PT1H/on-expiry=escalate > B > end")
                        .fire()
                        .fire()
                        .suspend(later)
                        .resume(later.plusSeconds(60)));
        var moved = Play.started("start > A:within=PT8H > end");
        plays.put(
                "moved",
                moved.move(later, Map.of(moved.state.timers().getFirst().number(), later.plusSeconds(60))));
        plays.put("suspended", Play.started("start > A:within=PT8H > end").suspend(later));
        plays.put(
                "passed",
                Play.started("start > A:within=PT8H/warn=PT9H/on-expiry=pass > B > end")
                        .fire());
        return plays;
    }

    static String journal(Play play) {
        return play.journal.stream().map(FlowJson::write).collect(Collectors.joining("\n", "", "\n"));
    }

    static String state(Play play) {
        return FlowJson.write(play.state) + "\n";
    }

    private static boolean isReleased(Path folder, String play) throws IOException {
        try (var released = Files.walk(Objects.requireNonNull(folder.getParent()))) {
            return released.anyMatch(file -> !file.startsWith(folder) && file.endsWith(play + ".state.json"));
        }
    }

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        for (var play : plays().entrySet()) {
            if (isReleased(folder, play.getKey())) {
                continue;
            }
            Files.writeString(folder.resolve(play.getKey() + ".journal.jsonl"), journal(play.getValue()));
            Files.writeString(folder.resolve(play.getKey() + ".state.json"), state(play.getValue()));
        }
    }
}
