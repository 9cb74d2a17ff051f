package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.regex.Pattern;

/** The claim form as a colleague fills it in. */
final class ClaimForm {

    private final Person person;

    private ClaimForm(Person person) {
        this.person = person;
    }

    static ClaimForm openedBy(Person person) {
        person.open("/start/expense-claim");
        return new ClaimForm(person);
    }

    ClaimForm title(String title) {
        field("title").fill(title);
        return this;
    }

    /** Fills in a line, adding it where it is not there yet. */
    ClaimForm line(int place, String date, String category, String amount) {
        if (field("lines[" + place + "].date").count() == 0) {
            person.button("再加一行").click();
        }
        field("lines[" + place + "].date").fill(date);
        field("lines[" + place + "].category").fill(category);
        field("lines[" + place + "].amount").fill(amount);
        return this;
    }

    ClaimForm voucher(String name) {
        return voucher(Vouchers.file(name));
    }

    ClaimForm voucher(FilePayload file) {
        person.page().locator("input[type=file]").setInputFiles(file);
        assertThat(person.page().locator(".upload__file input[name=vouchers]").last())
                .hasValue(Pattern.compile("[0-9a-f-]{36}"));
        return this;
    }

    void handIn() {
        person.button("提交").click();
    }

    Locator field(String name) {
        return person.page().locator("[id='" + name + "']");
    }

    /** The expected route, which follows the form while it is filled in. */
    Locator route() {
        return person.page().locator("aside .route");
    }
}
