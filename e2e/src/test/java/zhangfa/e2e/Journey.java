package zhangfa.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What all journeys on the shared server have in common: people, and proof where one fails. */
@ExtendWith(Journey.Proof.class)
abstract class Journey {

    private static final Path FAILED = Path.of("target", "screenshots");

    @SuppressWarnings("NullAway.Init")
    private People people;

    @BeforeEach
    void begin(TestInfo test) {
        people = new People(server(), test.getTestMethod().orElseThrow().getName());
    }

    @AfterEach
    void end() {
        people.leave();
    }

    Server server() {
        return Server.shared();
    }

    People people() {
        return people;
    }

    Person as(String username) {
        return people.as(username);
    }

    /** Words that no other journey uses, for what this one looks for. */
    static String unique(String words) {
        return words + " " + Long.toString(System.nanoTime(), Character.MAX_RADIX);
    }

    Api api(String username) {
        return Api.as(server(), username);
    }

    /** Opens the case from the inbox and approves it. */
    Person agree(String who, String title) {
        var person = as(who);
        person.open("/inbox");
        person.row(title).locator("a").first().click();
        person.button("同意").click();
        person.sees("已同意。");
        return person;
    }

    /** A browser that complained fails the journey; a failed journey leaves pictures and the server's log. */
    static final class Proof implements AfterTestExecutionCallback {

        @Override
        public void afterTestExecution(ExtensionContext test) throws IOException {
            var journey = (Journey) test.getRequiredTestInstance();
            var complaints = journey.people.complaints();
            if (test.getExecutionException().isPresent() || !complaints.isEmpty()) {
                journey.people.keepPictures();
                Files.writeString(
                        FAILED.resolve(test.getRequiredTestMethod().getName() + "-failed.log"),
                        journey.server().output("log"));
            }
            if (!complaints.isEmpty()) {
                throw new AssertionError("The browser complained:\n" + String.join("\n", complaints));
            }
        }
    }
}
