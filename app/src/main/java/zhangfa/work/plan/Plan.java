package zhangfa.work.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.work.plan.Block.Branch;
import zhangfa.work.plan.Block.Fork;

/**
 * A process as a list of steps with branches in it. It can be changed by answers of its own only, each a new plan.
 *
 * @param key id of the process
 * @param guide what the process is for
 * @param settings further {@code zhangfa:} attributes of the process, kept as they are
 */
public record Plan(
        String key,
        String name,
        @Nullable String guide,
        Map<String, String> settings,
        Point start,
        Point end,
        List<Block> blocks) {

    /** Where a case begins or ends. */
    public record Point(String id, String name) {}

    /** One with nothing in it yet. */
    public static Plan empty(String key, String name, Map<String, String> settings) {
        return new Plan(key, name, null, settings, new Point("start", ""), new Point("end", ""), List.of());
    }

    public Plan with(String newName, @Nullable String newGuide, Map<String, String> newSettings) {
        return new Plan(key, newName, newGuide, newSettings, start, end, blocks);
    }

    private Plan with(List<Block> changed) {
        return new Plan(key, name, guide, settings, start, end, changed);
    }

    /** Every block, the outer before the inner, in the order of the page. */
    public Stream<Block> everything() {
        return everything(blocks);
    }

    private static Stream<Block> everything(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block instanceof Fork fork
                        ? Stream.concat(
                                Stream.of(fork),
                                fork.branches().stream().flatMap(branch -> everything(branch.blocks())))
                        : Stream.of(block));
    }

    public Stream<Branch> branches() {
        return everything().flatMap(block -> block instanceof Fork fork ? fork.branches().stream() : Stream.empty());
    }

    public Optional<Block> block(String id) {
        return everything().filter(block -> block.id().equals(id)).findFirst();
    }

    /** The fork that this branch is of. */
    public Optional<Fork> forkOf(String branch) {
        return everything()
                .flatMap(block -> block instanceof Fork fork ? Stream.of(fork) : Stream.empty())
                .filter(fork ->
                        fork.branches().stream().anyMatch(one -> one.id().equals(branch)))
                .findFirst();
    }

    /** Every id that stands in its model already. */
    Set<String> ids() {
        var ids = new HashSet<String>();
        ids.add(key);
        ids.add(start.id());
        ids.add(end.id());
        everything().forEach(block -> {
            ids.add(block.id());
            if (block instanceof Fork fork) {
                ids.add(fork.end());
            }
        });
        branches().forEach(branch -> ids.add(branch.id()));
        return ids;
    }

    /** With this block behind another one, or first of a branch, or, behind the start, first of all. */
    public Plan adding(String behind, Block added) {
        if (behind.equals(start.id())) {
            return with(first(added, blocks));
        }
        if (forkOf(behind).isPresent()) {
            return with(eachBranch(
                    blocks,
                    branch -> branch.id().equals(behind)
                            ? new Branch(branch.id(), branch.name(), branch.when(), first(added, branch.blocks()))
                            : branch));
        }
        return with(eachBlock(blocks, block -> block.id().equals(behind) ? List.of(block, added) : List.of(block)));
    }

    /** With this block instead of the one that has its id. */
    public Plan replacing(Block changed) {
        return with(eachBlock(blocks, block -> List.of(block.id().equals(changed.id()) ? changed : block)));
    }

    /** Without a block and everything in it. */
    public Plan without(String block) {
        return with(eachBlock(blocks, one -> one.id().equals(block) ? List.of() : List.of(one)));
    }

    /** With a block one place up or down among those beside it. */
    public Plan moving(String block, boolean up) {
        return with(moved(blocks, block, up));
    }

    private static List<Block> moved(List<Block> blocks, String id, boolean up) {
        return swapped(
                each(
                        blocks,
                        branch ->
                                new Branch(branch.id(), branch.name(), branch.when(), moved(branch.blocks(), id, up))),
                id,
                up);
    }

    private static List<Block> swapped(List<Block> blocks, String id, boolean up) {
        var at = blocks.stream().map(Block::id).toList().indexOf(id);
        var to = up ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= blocks.size()) {
            return blocks;
        }
        var changed = new ArrayList<>(blocks);
        changed.set(to, blocks.get(at));
        changed.set(at, blocks.get(to));
        return changed;
    }

    /** With one branch more in a fork, before the one that is taken where no condition holds. */
    public Plan branching(String fork, Branch added) {
        return replacing(fork, branches -> {
            var changed = new ArrayList<>(branches);
            var last = branches.size() - 1;
            changed.add(added.when() != null && branches.get(last).when() == null ? last : last + 1, added);
            return changed;
        });
    }

    /** With this branch instead of the one that has its id. */
    public Plan replacing(Branch changed) {
        return with(eachBranch(blocks, branch -> branch.id().equals(changed.id()) ? changed : branch));
    }

    /** Without a branch and everything in it. */
    public Plan withoutBranch(String branch) {
        return forkOf(branch)
                .map(fork -> replacing(
                        fork.id(),
                        branches -> branches.stream()
                                .filter(one -> !one.id().equals(branch))
                                .toList()))
                .orElse(this);
    }

    private Plan replacing(String id, UnaryOperator<List<Branch>> change) {
        return block(id)
                .filter(Fork.class::isInstance)
                .map(Fork.class::cast)
                .map(fork -> replacing(
                        new Fork(fork.id(), fork.name(), fork.kind(), fork.end(), change.apply(fork.branches()))))
                .orElse(this);
    }

    private static List<Block> first(Block added, List<Block> blocks) {
        return Stream.concat(Stream.of(added), blocks.stream()).toList();
    }

    private static List<Block> eachBlock(List<Block> blocks, Function<Block, List<Block>> change) {
        return each(
                        blocks,
                        branch -> new Branch(
                                branch.id(), branch.name(), branch.when(), eachBlock(branch.blocks(), change)))
                .stream()
                .flatMap(block -> change.apply(block).stream())
                .toList();
    }

    private static List<Block> eachBranch(List<Block> blocks, UnaryOperator<Branch> change) {
        return each(
                blocks,
                branch -> change.apply(
                        new Branch(branch.id(), branch.name(), branch.when(), eachBranch(branch.blocks(), change))));
    }

    private static List<Block> each(List<Block> blocks, UnaryOperator<Branch> change) {
        return blocks.stream()
                .map(block -> block instanceof Fork fork
                        ? new Fork(
                                fork.id(),
                                fork.name(),
                                fork.kind(),
                                fork.end(),
                                fork.branches().stream().map(change).toList())
                        : block)
                .toList();
    }
}
