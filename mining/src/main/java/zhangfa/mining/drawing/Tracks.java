package zhangfa.mining.drawing;

import java.util.ArrayList;
import java.util.List;

/** Parallel tracks for stretches of lines, so that two which have no end in common never lie on each other. */
final class Tracks {

    private final List<List<Stretch>> tracks = new ArrayList<>();

    /**
     * A part of a line along its track.
     *
     * @param source what the line leaves, and {@code target} what it enters; lines that share one may share a track
     */
    record Stretch(int from, int to, Object source, Object target) {

        boolean mayLieOn(Stretch other) {
            return source.equals(other.source)
                    || target.equals(other.target)
                    || Math.max(from, to) < Math.min(other.from, other.to)
                    || Math.max(other.from, other.to) < Math.min(from, to);
        }
    }

    /** The first track on which the stretch finds room. */
    int add(Stretch stretch) {
        for (var track = 0; track < tracks.size(); track++) {
            if (tracks.get(track).stream().allMatch(stretch::mayLieOn)) {
                tracks.get(track).add(stretch);
                return track;
            }
        }
        tracks.add(new ArrayList<>(List.of(stretch)));
        return tracks.size() - 1;
    }

    int size() {
        return tracks.size();
    }
}
