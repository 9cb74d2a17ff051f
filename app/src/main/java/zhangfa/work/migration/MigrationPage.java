package zhangfa.work.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.process.Migrations.Blocked;
import zhangfa.process.Migrations.Preview;
import zhangfa.process.Migrations.Progress;
import zhangfa.process.Migrations.Version;
import zhangfa.ui.Faults;

/**
 * The page of one process: its versions, what is typed, what would come of it, and what was done before.
 *
 * @param preview what the dry run has said; null before
 */
public record MigrationPage(
        String process,
        String name,
        List<Version> versions,
        MigrationForm form,
        @Nullable Preview preview,
        List<Progress> latest,
        Faults faults) {

    /** A process of the reader's. */
    public record Owned(String key, String name, int version) {}

    /** A case that stays on its version, and why. */
    public record Staying(UUID caseId, String number, String title, List<String> reasons) {}

    public List<Staying> staying(List<Blocked> blocked) {
        return blocked.stream()
                .map(one -> new Staying(one.caseId(), one.number(), one.title(), one.reasons()))
                .toList();
    }

    public Map<String, String> choices() {
        var choices = new LinkedHashMap<String, String>();
        versions.forEach(version -> choices.put(String.valueOf(version.version()), "v" + version.version()));
        return choices;
    }

    public boolean isUnderWay() {
        return latest.stream().anyMatch(progress -> !progress.isFinished());
    }
}
