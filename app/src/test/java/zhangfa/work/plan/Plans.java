package zhangfa.work.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import zhangfa.work.plan.Block.Branch;
import zhangfa.work.plan.Block.Copy;
import zhangfa.work.plan.Block.Fork;
import zhangfa.work.plan.Block.Step;
import zhangfa.work.plan.Condition.Comparison;
import zhangfa.work.plan.Condition.Kind;

/** Plans as people might draw them, with names that try to be more than names. */
final class Plans {

    private static final List<String> NAMES = List.of(
            "部门审批",
            "Review \"twice\"",
            "a < b & c > d",
            "<script>alert(1)</script>",
            "= 1 + 1",
            "${x}",
            "{a|b}",
            "it's \\ \\\" so");

    private final Random random;
    private int next;

    Plans(long seed) {
        this.random = new Random(seed);
    }

    Plan plan() {
        return new Plan(
                "drawn",
                name(),
                random.nextBoolean() ? null : name(),
                random.nextBoolean() ? Map.of() : Map.of("owner", "person:ceo", "name-en", name()),
                new Plan.Point("start", random.nextBoolean() ? "" : name()),
                new Plan.Point("end", ""),
                blocks(3));
    }

    private List<Block> blocks(int deepest) {
        var blocks = new ArrayList<Block>();
        for (var count = random.nextInt(4); count > 0; count--) {
            blocks.add(
                    switch (random.nextInt(deepest > 0 ? 5 : 3)) {
                        case 0 -> new Copy(id("copy"), name(), List.of("position:cashier", "person:ceo", "unit-head"));
                        case 1, 2 -> step();
                        default -> fork(deepest - 1);
                    });
        }
        return List.copyOf(blocks);
    }

    private Step step() {
        var ratio = random.nextInt(4) == 0;
        return new Step(
                id("step"),
                name(),
                random.nextBoolean(),
                one(
                        Who.of("initiator", List.of(), Map.of()),
                        Who.of("unit-head", List.of("2"), Map.of("of", "initiator")),
                        Who.of("position", List.of("accountant", "cashier"), Map.of("initiator", "replace")),
                        Who.of("person", List.of("ceo"), Map.of())),
                ratio ? "ratio" : one("any", "all", "sequence"),
                ratio ? "60%" : null,
                random.nextBoolean(),
                limit(),
                random.nextBoolean() ? Map.of() : Map.of("amount", "write"),
                random.nextBoolean() ? null : name(),
                random.nextBoolean() ? Map.of() : Map.of("empty", "skip", "guide-en", name()));
    }

    private @Nullable TimeLimit limit() {
        return one(
                null,
                TimeLimit.of(3, false, "remind", "", Map.of()),
                TimeLimit.of(8, true, "transfer", "person:ceo", Map.of("warn", "PT2H")));
    }

    private Fork fork(int deepest) {
        var kind = one(Fork.Kind.values());
        var branches = new ArrayList<Branch>();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            branches.add(new Branch(id("branch"), name(), kind.isConditional() ? when() : null, blocks(deepest)));
        }
        branches.add(new Branch(id("branch"), name(), null, blocks(deepest)));
        return new Fork(id("fork"), name(), kind, id("end"), List.copyOf(branches));
    }

    private Condition when() {
        var tests = new ArrayList<Condition.Test>();
        for (var count = 1 + random.nextInt(3); count > 0; count--) {
            tests.add(one(
                    new Condition.Test(
                            "amount", one(Comparison.GT, Comparison.LE, Comparison.EQ), Kind.NUMBER, "5000.50"),
                    new Condition.Test("lines.amount", Comparison.GE, Kind.NUMBER, "-3"),
                    new Condition.Test(
                            "reason",
                            one(Comparison.EQ, Comparison.NE, Comparison.CONTAINS),
                            Kind.TEXT,
                            name().replace("\\", "")),
                    new Condition.Test("begin", Comparison.LT, Kind.DATE, "2026-11-22"),
                    new Condition.Test("amount", Comparison.GT, Kind.FIELD, "authority_limit")));
        }
        return new Condition(tests.size() < 2 || random.nextBoolean(), List.copyOf(tests));
    }

    private String id(String kind) {
        return kind + "-" + next++;
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    @SafeVarargs
    private <T extends @Nullable Object> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
