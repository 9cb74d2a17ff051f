package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Somebody in front of a browser of a certain width, in a certain language. */
final class Person implements AutoCloseable {

    static final int DESK = 1280;
    static final int PHONE = 375;

    private static final Path SHOTS = Path.of("target", "screenshots");

    private final BrowserContext context;
    private final Page page;
    private final String journey;
    private final String language;
    private int width;

    Person(BrowserContext context, String journey, int width, String language) {
        this.context = context;
        this.page = context.newPage();
        this.journey = journey;
        this.width = width;
        this.language = language;
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(path);
    }

    /** The page that is open is seen on another screen. */
    void sitsBefore(int screen) {
        width = screen;
        page.setViewportSize(screen, screen == PHONE ? 740 : 900);
    }

    void signIn(String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("form[action='/login'] button").click();
    }

    /** Where this person is now. */
    String path() {
        return java.net.URI.create(page.url()).getPath();
    }

    /** Fails where the wrong page is open. */
    void isAt(String path) {
        assertThat(page).hasURL(java.util.regex.Pattern.compile("^https?://[^/]+" + path));
    }

    Locator main() {
        return page.locator("main");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .and(page.locator(":visible"));
    }

    Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .and(page.locator(":visible"));
    }

    /** Finds a colleague in the open dialog by a few letters and takes the first one found. */
    void picks(String letters) {
        picks("dialog[open]", letters);
    }

    /** The same in another part of the page. */
    void picks(String part, String letters) {
        var picker = page.locator(part + " [data-picker]");
        picker.getByRole(AriaRole.COMBOBOX).pressSequentially(letters);
        assertThat(picker.getByRole(AriaRole.OPTION)).hasCount(1);
        page.keyboard().press("Enter");
        assertThat(picker.locator("input[type=hidden]")).hasCount(1);
    }

    /** Presses a button of the open dialog. */
    void confirms(String verb) {
        page.locator("dialog[open] .dialog__foot")
                .getByText(verb, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    void sees(String text) {
        assertThat(main()).containsText(text);
    }

    void seesNot(String text) {
        assertThat(main()).not().containsText(text);
    }

    /** A row of a list that holds these words. */
    Locator row(String words) {
        return main().locator("tr", new Locator.LocatorOptions().setHasText(words));
    }

    /** The number beside the inbox in the menu. */
    Locator badge() {
        return page.locator(".rail [sse-swap='menu.inbox']");
    }

    int waiting() {
        var shown = badge().textContent().strip();
        return shown.isEmpty() ? 0 : Integer.parseInt(shown);
    }

    /** Where the first link on a page leads whose address begins so and goes on. */
    String linkOn(String path, String beginning) {
        open(path);
        return main().locator("a[href^='" + beginning + "']").first().getAttribute("href");
    }

    /** Keeps a picture of the whole page. */
    void picture(String step) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SHOTS.resolve(journey + "-" + step + "-" + width + "-" + language + ".png")));
    }

    /** Nothing reaches over the right edge. */
    boolean isWiderThanTheScreen() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** What keeps somebody out of the page as it is now, such as words without contrast or fields without a name. */
    List<String> barriers() {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " (" + rule.getHelp() + ") "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }

    /** Presses Tab until a control is in focus, and fails where it is not seen to be. */
    void tabsTo(Locator control) {
        for (int key = 0; key < 80 && !isFocused(control); key++) {
            page.keyboard().press("Tab");
        }
        assertThat(control).isFocused();
        Assertions.assertThat((Boolean) control.evaluate("""
                        one => one.matches(':focus-visible')
                            && (getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one).boxShadow !== 'none')""")).isTrue();
    }

    private static boolean isFocused(Locator control) {
        return (Boolean) control.evaluate("one => one === document.activeElement");
    }

    @Override
    public void close() {
        context.close();
    }
}
