package zhangfa.process.conversation;

import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import zhangfa.job.Job;
import zhangfa.job.JobHandler;
import zhangfa.notification.Message;
import zhangfa.notification.MessageKind;
import zhangfa.notification.MessageKinds;
import zhangfa.notification.Notifications;

/** Reminds whoever noted a conversation down of its next step, on the morning of its day, once. */
@Component
class NextStepReminder implements JobHandler {

    private static final String MESSAGE = "case.next-step";

    private final Conversations conversations;
    private final Notifications notifications;
    private final TransactionTemplate transaction;

    NextStepReminder(
            Conversations conversations, Notifications notifications, PlatformTransactionManager transactions) {
        this.conversations = conversations;
        this.notifications = notifications;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Bean
    static MessageKinds kindOfNextSteps() {
        return MessageKinds.of(new MessageKind(MESSAGE, 75, true));
    }

    @Override
    public String kind() {
        return Conversations.KIND;
    }

    @Override
    public void run(Job job) {
        transaction.executeWithoutResult(status -> conversations
                .reminded(UUID.fromString(job.id()))
                .ifPresent(next -> notifications.send(Message.onCase(
                        MESSAGE,
                        List.of(next.by()),
                        next.caseId(),
                        "process.notice.next-step",
                        next.step(),
                        next.title()))));
    }
}
