package zhangfa.rulebook.occurrence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import zhangfa.notification.MessageKind;
import zhangfa.notification.MessageKinds;

/** What people may choose channels for. */
@Configuration(proxyBeanMethods = false)
class OccurrenceKinds {

    @Bean
    MessageKinds obligationKind() {
        return MessageKinds.of(new MessageKind(OccurrenceTidings.KIND, 95, true));
    }
}
