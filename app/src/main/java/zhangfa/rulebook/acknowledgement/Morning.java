package zhangfa.rulebook.acknowledgement;

import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.job.Daily;
import zhangfa.notification.MessageKind;
import zhangfa.notification.MessageKinds;

/** Every morning newcomers are asked to read what binds them, and who was asked three and seven days ago is reminded. */
@Configuration(proxyBeanMethods = false)
class Morning {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);

    @Bean
    Daily readingsOfTheMorning(AcknowledgementDesk desk) {
        return new Daily("rulebook.readings", EIGHT, () -> {
            desk.askLatecomers();
            desk.remind(1, 3);
            desk.remind(2, 7);
        });
    }

    @Bean
    MessageKinds readingKind() {
        return MessageKinds.of(new MessageKind(AcknowledgementDesk.KIND, 90, true));
    }
}
