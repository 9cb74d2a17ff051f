package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Somebody who sets a process up in the list of steps and fills in forms beside it; every click and field is counted. */
final class DrawingHand {

    private final Person person;

    private int acts;

    DrawingHand(Person person) {
        this.person = person;
    }

    Person person() {
        return person;
    }

    int acts() {
        return acts;
    }

    void begin(String name) {
        person.open("/designs");
        fill(person.page().locator("#name"), name);
        press(person.button("开始设计"));
    }

    void field(int at, String name, String kind) {
        var line = person.main().locator("#fields tbody tr").nth(at);
        fill(line.locator("input[name$='.name']"), name);
        choose(line.locator("select[name$='.kind']"), kind);
        press(line.locator("input[name$='.required']"));
    }

    void add(int place, String kind) {
        var add = person.main().locator(".design__add").nth(place);
        press(add.locator("summary"));
        press(add.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(kind)));
        if (kind.equals("条件分支")) {
            isOpen(".design__when");
        } else {
            // The step before may be an approval as well, and stay open for a moment.
            assertThat(person.page().locator("#name")).hasValue(kind);
        }
    }

    /** The open step is for the head of the initiator's unit. */
    void headOfUnit(String name) {
        fill(person.page().locator("#name"), name);
        choose(person.page().locator("#whom"), "unit-head");
        keep(name);
    }

    /** The open step is for one colleague. */
    void colleague(String name, String letters) {
        fill(person.page().locator("#name"), name);
        choose(person.page().locator("#whom"), "person");
        picks(letters, 1);
        keep(name);
    }

    private void keep(String name) {
        press(person.button("保存"));
        assertThat(person.main().locator(".design__card[aria-current]")).containsText(name);
    }

    void picks(String letters, int chosen) {
        var picker = person.page().locator("[data-of='person'] [data-picker]");
        picker.getByRole(AriaRole.COMBOBOX).pressSequentially(letters);
        assertThat(picker.getByRole(AriaRole.OPTION)).hasCount(1);
        person.page().keyboard().press("Enter");
        assertThat(picker.locator("input[type=hidden]")).hasCount(chosen);
        acts++;
    }

    void publish() {
        press(person.button("发布"));
        press(person.page().locator("#confirm").getByText("发布", new Locator.GetByTextOptions().setExact(true)));
        person.sees("已发布为第 1 版。");
    }

    void isOpen(String block) {
        assertThat(person.main().locator(block + "[aria-current]")).isVisible();
    }

    void press(Locator what) {
        what.click();
        acts++;
    }

    void fill(Locator what, String words) {
        what.fill(words);
        acts++;
    }

    void choose(Locator what, String option) {
        what.selectOption(option);
        acts++;
    }
}
