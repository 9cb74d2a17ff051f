package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Text that would do harm wherever a page took it for anything but text. */
final class Hostile {

    static final String TEXT = "\"'></textarea></title><script>stored()</script><img src=x onerror=stored()>";

    /** For fields that hold no more. */
    static final String SHORT = TEXT.substring(0, 60);

    private Hostile() {}

    /** That each page is there, and shows none of it as anything but text. */
    static void shows(MockMvcTester web, String who, String... pages) {
        Stream.of(pages).forEach(page -> {
            var answer = web.get().uri(page).with(user(who)).exchange().getResponse();
            var body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
            assertThat(answer.getStatus()).as(page).isEqualTo(200);
            assertThat(body).as(page).doesNotContain("<script>stored", "<img src=x", "\"'></");
        });
    }
}
