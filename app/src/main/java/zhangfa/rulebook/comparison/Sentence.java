package zhangfa.rulebook.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import zhangfa.rulebook.structure.Folding;

/**
 * A sentence as it is compared with others.
 *
 * @param bare its characters without numbers, owners, signs and words of command
 * @param pairs the pairs of neighbouring characters in them
 */
record Sentence(
        Article article,
        String text,
        String bare,
        Set<String> pairs,
        List<String> numbers,
        String owner,
        Command command) {

    /** What a sentence wants of its readers. */
    enum Command {
        DO,
        DO_NOT,
        NONE
    }

    private static final String HAN = "一二三四五六七八九十百两";
    private static final Pattern NUMBER =
            Pattern.compile("(\\d+(?:\\.\\d+)?|[" + HAN + "]{1,4})\\s*(个?工作日|日|天|小时|分钟|周|个?月|年|元|万元|%|次|份|倍|名)");
    private static final Pattern TIME = Pattern.compile("日|天|小时|分钟|周|月|年");
    private static final Pattern OWNER = Pattern.compile("由([^,。;]{2,12}?)(?:负责|审批|审核|办理|保管|组织|执行)");
    private static final Pattern FORBIDS = Pattern.compile("不得|禁止|严禁|不可|不能|不允许|不准|不予|无需|不必|不应");
    private static final Pattern COMMANDS = Pattern.compile("应当?|必须|须|可以?|允许|准许|需要?|予以|要");
    private static final Pattern SIGNS = Pattern.compile("[\\p{P}\\p{S}\\s]");

    static Sentence of(Article article, String text) {
        var folded = Folding.folded(text);
        var numbers = NUMBER.matcher(folded).results().map(MatchResult::group).toList();
        var owner = OWNER.matcher(folded);
        var named = owner.find() ? owner.group(1) : "";
        var command = FORBIDS.matcher(folded).find()
                ? Command.DO_NOT
                : COMMANDS.matcher(folded).find() ? Command.DO : Command.NONE;
        var bare = NUMBER.matcher(named.isEmpty() ? folded : folded.replace(named, ""))
                .replaceAll("");
        bare = COMMANDS.matcher(FORBIDS.matcher(bare).replaceAll("")).replaceAll("");
        bare = SIGNS.matcher(bare).replaceAll("");
        return new Sentence(article, text, bare, pairs(bare), numbers, named, command);
    }

    /** Dice's coefficient: shared pairs over all pairs, from 0 to 1. */
    double likeness(Sentence other) {
        var shared = new HashSet<>(pairs);
        shared.retainAll(other.pairs);
        return 2.0 * shared.size() / (pairs.size() + other.pairs.size());
    }

    /** Whether it sets a number that somebody must keep, not a row of a table of weights. */
    boolean limits() {
        return !numbers.isEmpty()
                && (command != Command.NONE || numbers.stream().anyMatch(TIME.asPredicate()));
    }

    /** Word for word the same, but for its numbers. */
    boolean differsInNumbersAlone(Sentence other) {
        return bare.equals(other.bare) && !numbers.equals(other.numbers);
    }

    boolean isOpposite(Sentence other) {
        return command != other.command && (command == Command.DO_NOT || other.command == Command.DO_NOT);
    }

    private static Set<String> pairs(String bare) {
        var pairs = new HashSet<String>();
        for (var at = 0; at + 2 <= bare.length(); at++) {
            pairs.add(bare.substring(at, at + 2));
        }
        return Set.copyOf(pairs);
    }
}
