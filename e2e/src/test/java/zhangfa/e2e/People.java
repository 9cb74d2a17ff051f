package zhangfa.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everybody who takes part in one journey. What went wrong in their browsers is kept and fails the journey. */
final class People {

    static final String PASSWORD = "zhangfa-demo";

    private static final Map<String, String> SIGNED_IN = new HashMap<>();

    private final Server server;
    private final String journey;
    private final List<Person> people = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    People(Server server, String journey) {
        this.server = server;
        this.journey = journey;
    }

    Person as(String username) {
        return as(username, Person.DESK, "zh-CN");
    }

    /** Signed in with the demo's password; the session is used again in later journeys. */
    Person as(String username, int width, String language) {
        var key = server.url() + " " + username;
        var kept = SIGNED_IN.get(key);
        var person = somebody(width, language, kept);
        person.open("/");
        if (kept == null) {
            person.signIn(username, PASSWORD);
            person.isAt("/$");
            SIGNED_IN.put(key, person.page().context().storageState());
        }
        return person;
    }

    /** Not signed in. */
    Person stranger(String language) {
        return stranger(Person.DESK, language);
    }

    Person stranger(int width, String language) {
        return somebody(width, language, null);
    }

    private Person somebody(int width, String language, @org.jspecify.annotations.Nullable String session) {
        var options = new Browser.NewContextOptions()
                .setBaseURL(server.url())
                .setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                .setViewportSize(width, width == Person.PHONE ? 740 : 900);
        if (session != null) {
            options.setStorageState(session);
        }
        var context = Chromium.browser().newContext(options);
        context.setDefaultTimeout(15_000);
        context.onPage(this::listen);
        var person = new Person(context, journey, width, language);
        people.add(person);
        return person;
    }

    private void listen(Page page) {
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isRefusalOfAPage(message.text())) {
                complaints.add(page.url() + ": " + message.text() + " (" + message.location() + ")");
            }
        });
        page.onDialog(dialog -> {
            if (!dialog.type().equals("beforeunload")) {
                complaints.add(page.url() + ": a dialog opened: " + dialog.message());
            }
            dialog.accept();
        });
        page.onResponse(answer -> {
            if (answer.status() >= 500) {
                complaints.add(answer.url() + ": HTTP " + answer.status());
            }
        });
    }

    /** The browser reports every 4xx on the console; a journey looks at the page that came with it. */
    private static boolean isRefusalOfAPage(String text) {
        return text.startsWith("Failed to load resource") && text.contains("status of 4");
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void keepPictures() {
        people.forEach(person -> person.picture("failed-" + people.indexOf(person)));
    }

    void leave() {
        people.forEach(Person::close);
        people.clear();
    }
}
