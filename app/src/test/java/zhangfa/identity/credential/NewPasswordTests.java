package zhangfa.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhangfa.api.Refusal;

/** What a password must be. */
class NewPasswordTests {

    @ParameterizedTest
    @CsvSource({
        "short, short, /password",
        "aaaaaaaaaaaa, aaaaaaaaaaaa, /password",
        "somebody-here, somebody-here, /password",
        "a fine sentence, another sentence, /repeated"
    })
    void weakOrMistypedOnesAreRefusedByField(String password, String repeated, String pointer) {
        var refusal =
                catchThrowableOfType(Refusal.class, () -> NewPassword.chosen(password, repeated, "somebody-here"));
        assertThat(refusal.faults()).extracting(Refusal.Fault::pointer).containsExactly(pointer);
    }

    @Test
    void aSentenceIsFine() {
        assertThat(NewPassword.chosen("a fine sentence", "a fine sentence", "somebody")
                        .text())
                .isEqualTo("a fine sentence");
    }
}
