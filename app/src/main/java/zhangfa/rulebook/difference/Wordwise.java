package zhangfa.rulebook.difference;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import zhangfa.rulebook.difference.Piece.Kind;

/** Compares two texts word by word; a Chinese character is a word, a number is one however long it is. */
final class Wordwise {

    private static final Pattern WORD = Pattern.compile("\\d+(?:\\.\\d+)?|[\\p{IsLatin}'’-]+|\\s+|.", Pattern.DOTALL);

    private Wordwise() {}

    static List<Piece> between(String before, String now) {
        var old = words(before);
        var fresh = words(now);
        var pieces = new ArrayList<Piece>();
        for (var delta : DiffUtils.diff(old, fresh, true).getDeltas()) {
            var source = String.join("", delta.getSource().getLines());
            var target = String.join("", delta.getTarget().getLines());
            switch (delta.getType()) {
                case EQUAL -> pieces.add(new Piece(Kind.SAME, source));
                case INSERT -> pieces.add(new Piece(Kind.ADDED, target));
                case DELETE -> pieces.add(new Piece(Kind.REMOVED, source));
                case CHANGE -> {
                    pieces.add(new Piece(Kind.REMOVED, source));
                    pieces.add(new Piece(Kind.ADDED, target));
                }
            }
        }
        return pieces;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).toList();
    }
}
