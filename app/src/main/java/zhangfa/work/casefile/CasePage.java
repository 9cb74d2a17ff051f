package zhangfa.work.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhangfa.process.Processes;
import zhangfa.ui.Page;
import zhangfa.ui.RouteStep;
import zhangfa.ui.TimeLeft;
import zhangfa.ui.Timeline;
import zhangfa.ui.Tone;
import zhangfa.work.form.FormSheet;
import zhangfa.work.inbox.InboxRow;

/**
 * All that the page of a case shows to one reader.
 *
 * @param amount the total in money, and {@code capitals} 大写, where the case has one
 * @param todos what the reader may decide now
 * @param own tasks the reader decided and may take back
 * @param urgeable whether it waits for others
 * @param control suspend or resume, for the owner of the process
 * @param positions when an added signer is asked, with their words
 * @param ways how a case goes on behind the step that it is returned to, with their words
 * @param channels by which people speak, with their words
 * @param standing with whom it is and until when; null where it does not run
 * @param findings what modules have found out, for whoever decides
 * @param similar the latest of the same kind by the same person, for whoever decides
 * @param comment what they typed about the case before it was refused
 * @param articles clause ids that the process carries out
 */
public record CasePage(
        UUID id,
        String number,
        String title,
        String process,
        String processName,
        Tone tone,
        String status,
        String initiator,
        String unit,
        Instant startedAt,
        @Nullable String amount,
        @Nullable String capitals,
        FormSheet form,
        List<RouteStep> route,
        Timeline timeline,
        List<Todo> todos,
        List<Own> own,
        boolean cancellable,
        boolean urgeable,
        @Nullable String control,
        Map<String, String> positions,
        Map<String, String> ways,
        Map<String, String> channels,
        @Nullable Standing standing,
        List<Finding> findings,
        List<InboxRow> similar,
        List<String> articles,
        String done,
        String now,
        String comment) {

    /** Whether anything was filled in. */
    public boolean hasContent() {
        return amount != null || form.fields().stream().anyMatch(field -> !field.isBlank());
    }

    /**
     * A task that the reader may act on.
     *
     * @param behalf for whom the reader acts; null where it is in their own right
     * @param targets steps it may be returned to, with their names
     * @param sheet what of the form the reader may fill in; null where nothing
     * @param manner what needs words, and what the model calls the buttons
     * @param nominees whom they name for later steps
     * @param comment what they typed before it was refused
     */
    public record Todo(
            UUID task,
            String step,
            String guide,
            @Nullable String behalf,
            @Nullable TimeLeft due,
            boolean approval,
            Set<String> actions,
            Map<String, String> targets,
            @Nullable FormSheet sheet,
            List<NomineeField> nominees,
            Processes.Manner manner,
            String comment) {

        /** What the button of an action says: what the model calls it, else its usual word. */
        public String button(String action, Page page) {
            return manner.buttons().getOrDefault(action, page.say("work.action." + action));
        }

        /** For which of what the reader may do words are needed, in words; empty where for none. */
        public String demanded(Page page) {
            return manner.opinions().stream()
                    .filter(this::may)
                    .sorted()
                    .map(action -> button(action, page))
                    .collect(Collectors.joining(page.say("work.now.and")));
        }

        /** What brings other people into the task, as far as the reader may. */
        public List<String> bringsIn() {
            return Stream.of("transfer", "delegate", "add_sign", "remove_sign")
                    .filter(this::may)
                    .toList();
        }

        /** Whether it is the initiator's own, to mend and hand in again. */
        public boolean mends() {
            return actions.contains("cancel");
        }

        public boolean may(String action) {
            return actions.contains(action);
        }
    }

    /** A decision of the reader's that may still be taken back. */
    public record Own(UUID task, String step) {}

    /** Something that a module found out. */
    public record Finding(Tone tone, String words) {}
}
