package zhangfa.notification.sms;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import zhangfa.notification.outside.Call;

/** How a provider wants to be asked to send a text message. */
interface Gateway {

    /** A text message: to whom, in E.164 without the plus sign's country for China, what, and under which id. */
    record Text(String phone, String title, UUID delivery, Instant now) {}

    Call call(Text text);

    /** What is wrong with the answer, or nothing. */
    Optional<String> refusal(Call.Answer answer);
}
