package zhangfa.organization.intake;

import java.util.List;
import zhangfa.api.Words;

/** The counts of an import, or of its rehearsal, and the wrong cells. */
public record ImportResult(boolean dryRun, int created, int updated, int unchanged, List<RowError> errors) {

    public boolean isGood() {
        return errors.isEmpty();
    }

    /** The same with the errors in the reader's words. */
    ImportResult said(Words words) {
        var inWords = errors.stream()
                .map(error -> new RowError(error.row(), error.column(), words.say(error.detail())))
                .toList();
        return new ImportResult(dryRun, created, updated, unchanged, inWords);
    }
}
