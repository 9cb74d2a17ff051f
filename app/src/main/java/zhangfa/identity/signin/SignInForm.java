package zhangfa.identity.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import zhangfa.identity.WayIn;

/**
 * What the log-in page shows.
 *
 * @param then where to go afterwards
 * @param refusal why the last try failed
 * @param out just signed out
 * @param ways what is offered beside the password
 */
public record SignInForm(
        String then, String username, @Nullable String refusal, boolean out, List<WayIn> ways) {

    /** Where the button of a way leads: there, and then where one wanted to go. */
    public String pathOf(WayIn way) {
        return UriComponentsBuilder.fromPath(way.path())
                .queryParam("to", "{then}")
                .encode()
                .buildAndExpand(then)
                .toUriString();
    }
}
