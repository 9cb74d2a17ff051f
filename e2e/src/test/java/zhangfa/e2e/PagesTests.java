package zhangfa.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page there is, in both widths and two languages: nothing sticks out, nothing keeps anybody out. */
class PagesTests extends Journey {

    private static final Map<String, String> OF_STAFF = new LinkedHashMap<>();
    private static final Map<String, String> OF_ROOT = new LinkedHashMap<>();
    private static final Map<String, String> OF_OWNER =
            Map.of("incidents", "/incidents", "versions", "/migrations", "migration", "/migrations/expense-claim");

    /** One page of each make: looking closely takes seconds. */
    private static final Set<String> EXAMINED = Set.of(
            "todo",
            "form",
            "case",
            "print",
            "article",
            "coverage",
            "organisation",
            "finance",
            "me",
            "notices",
            "announcing",
            "announcement",
            "overdue",
            "calendars",
            "calendar",
            "deliveries",
            "ladders",
            "identities",
            "providers",
            "drafts",
            "search",
            "handover",
            "migration",
            "regulation",
            "difference",
            "provision",
            "making",
            "records",
            "controlling",
            "role",
            "design-step",
            "design-branch",
            "design-trial",
            "templates",
            "comparison",
            "filtered",
            "seal",
            "check",
            "login");

    static {
        OF_STAFF.put("home", "/");
        OF_STAFF.put("todo", "/inbox");
        OF_STAFF.put("done", "/inbox?box=done");
        OF_STAFF.put("started", "/inbox?box=started");
        OF_STAFF.put("cc", "/inbox?box=cc");
        OF_STAFF.put("cases", "/cases");
        OF_STAFF.put("filtered", "/cases?process=expense-claim&mine=true");
        OF_STAFF.put("start", "/start");
        OF_STAFF.put("form", "/start/expense-claim");
        OF_STAFF.put("process", "/processes/expense-claim");
        OF_STAFF.put("rulebook", "/rulebook");
        OF_STAFF.put("article", "/rulebook/articles/B.6.1.2");
        OF_STAFF.put("coverage", "/rulebook/coverage");
        OF_STAFF.put("regulations", "/rulebook/regulations");
        OF_STAFF.putAll(Map.of("conflicts", "/rulebook/regulations/conflicts", "readings", "/rulebook/readings"));
        OF_STAFF.put("obligations", "/rulebook/obligations");
        OF_STAFF.put("monthend", "/rulebook/obligations/month-end");
        OF_STAFF.put("registers", "/registers");
        OF_STAFF.put("organisation", "/organization");
        OF_STAFF.put("people", "/organization/people");
        OF_STAFF.put("finance", "/finance");
        OF_STAFF.put("me", "/me");
        OF_STAFF.put("notices", "/notifications?box=all");
        OF_STAFF.put("preferences", "/notifications/preferences");
        OF_STAFF.put("announcements", "/announcements");
        OF_STAFF.put("announcing", "/announcements/new");
        OF_STAFF.put("overdue", "/overdue");
        OF_STAFF.put("calendars", "/calendars");
        OF_STAFF.put("identities", "/me/identities");
        OF_STAFF.put("search", "/search?q=王");
        OF_STAFF.put("begun", "/drafts");
        OF_ROOT.put("administration", "/administration");
        OF_ROOT.put("accounts", "/administration/accounts");
        OF_ROOT.put("roles", "/administration/roles");
        OF_ROOT.put("role", "/administration/roles/staff");
        OF_ROOT.put("imports", "/organization/imports");
        OF_ROOT.put("setup", "/setup");
        OF_ROOT.put("seal", "/administration/seal");
        OF_ROOT.put("jobs", "/administration/jobs");
        OF_ROOT.put("deliveries", "/administration/deliveries");
        OF_ROOT.put("endpoints", "/administration/endpoints");
        OF_ROOT.put("ladders", "/administration/ladders");
        OF_ROOT.put("providers", "/administration/providers");
        OF_ROOT.put("drafts", "/rulebook/drafts");
        OF_ROOT.put("obligationlist", "/rulebook/obligations/list");
        OF_ROOT.put("obligationform", "/rulebook/obligations/list/new");
        OF_ROOT.put("monthreport", "/rulebook/obligations/report");
    }

    /** Each page is opened once in a language, and looked at in both widths. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void nothingSticksOutOrKeepsAnybodyOut(String language) {
        var faults = new ArrayList<String>();
        visit(language, (person, page) -> {
            for (var width : List.of(Person.DESK, Person.PHONE)) {
                person.sitsBefore(width);
                person.picture(page);
                if (person.isWiderThanTheScreen()) {
                    faults.add(page + " at " + width + ": wider than the screen");
                }
            }
            person.sitsBefore(Person.DESK);
            if (language.equals("zh-CN") && EXAMINED.contains(page)) {
                person.barriers().forEach(rule -> faults.add(page + ": " + rule));
            }
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void aPageThatIsNotThereSaysSo() {
        var person = as("staff1");
        person.open("/nowhere");
        person.sees("没有找到");
        person.picture("missing");
        person.open("/administration");
        person.sees("没有权限");
        person.picture("forbidden");
    }

    private interface Look {
        void at(Person person, String page);
    }

    private void visit(String language, Look look) {
        var claim = api("staff1").claim(unique("各页都看一遍"), "128.50").text("/id");
        api("staff1")
                .post("/api/v1/cases/" + claim + "/actions/alert", Map.of("who", List.of("head1"), "comment", "请马上看"))
                .ok();
        somethingIsLate();
        var announcement = api("designer1")
                .post(
                        "/api/v1/announcements",
                        Map.of("title", "停电检修", "body", "周六 8:00 到 12:00 停电。", "everyone", true, "urgent", true))
                .ok()
                .text("/id");
        var head = people().as("head1", Person.DESK, language);
        see(head, OF_STAFF, look);
        see(
                head,
                Map.of(
                        "case",
                        "/cases/" + claim,
                        "print",
                        "/finance/claims/" + claim + "/print",
                        "announcement",
                        "/announcements/" + announcement,
                        "calendar",
                        head.linkOn("/calendars", "/calendars/"),
                        "unit",
                        head.linkOn("/organization", "/organization/units/"),
                        "person",
                        head.linkOn("/organization/people", "/organization/people/")),
                look);
        visitAsOthers(claim, language, look);
    }

    private void visitAsOthers(String claim, String language, Look look) {
        var root = people().as("root", Person.DESK, language);
        see(root, OF_ROOT, look);
        var absent = root.linkOn("/organization/people", "/organization/people/");
        see(
                root,
                Map.of(
                        "account",
                        root.linkOn("/administration/accounts", "/administration/accounts/"),
                        "handover",
                        absent.replace("/organization/people/", "/handovers/")),
                look);
        see(people().as("financehead", Person.DESK, language), OF_OWNER, look);
        see(people().as("designer1", Person.DESK, language), pagesOfARegulation(), look);
        see(people().as("designer1", Person.DESK, language), pagesOfARegister(), look);
        see(people().as("designer1", Person.DESK, language), pagesOfADesign(), look);
        see(people().as("inspector1", Person.DESK, language), Map.of("journal", "/administration/journal"), look);
        see(people().stranger(language), Map.of("login", "/login", "check", paperOf(claim)), look);
    }

    private Map<String, String> pagesOfARegulation() {
        var designer = api("designer1");
        var begun = designer.post("/api/v1/rulebook/regulations", Map.of("title", unique("差旅管理办法")))
                .ok();
        var edition = "/rulebook/editions/" + begun.text("/id");
        var provision = designer.get("/api/v1" + edition + "/provisions").ok().text("/items/0/id");
        return Map.of(
                "regulation", edition,
                "difference", edition + "/difference",
                "head", edition + "/head",
                "readers", edition + "/readers",
                "provision", edition + "/provisions/" + provision);
    }

    private Map<String, String> pagesOfARegister() {
        var designer = api("designer1");
        var made = designer.post(
                        "/api/v1/registers",
                        Map.of(
                                "name", unique("印章使用登记"),
                                "fields",
                                        List.of(
                                                Map.of("name", "事由", "kind", "text"),
                                                Map.of("name", "份数", "kind", "number")),
                                "states", List.of(Map.of("name", "登记", "category", "open")),
                                "everyone_reads", true,
                                "everyone_writes", true))
                .ok();
        var register = "/registers/" + made.text("/key");
        var record = designer.post(
                        "/api/v1" + register + "/records",
                        Map.of("fields", Map.of("shi_you", "与供应商签订框架合同", "fen_shu", 2)))
                .ok()
                .text("/id");
        return Map.of(
                "records", register,
                "record", register + "/" + record,
                "recording", register + "/new",
                "making", register + "/definition",
                "controls", "/rulebook/controls",
                "controlling", "/rulebook/controls/new",
                "importing", register + "/import");
    }

    private Map<String, String> pagesOfADesign() {
        api("designer1")
                .post("/api/v1/designs", Map.of("process", "expense-claim"))
                .ok();
        var design = "/designs/expense-claim";
        return Map.of(
                "designs", "/designs",
                "design", design,
                "design-step", design + "?open=head-approval",
                "design-branch", design + "?open=over-limit",
                "design-form", design + "?open=form",
                "design-trial", design + "/trial",
                "templates", "/designs/templates",
                "expert", design + "/expert",
                "comparison", design + "/comparison?before=1");
    }

    /** Where whoever holds the paper of a case checks it. */
    private String paperOf(String claim) {
        var paper =
                as("staff1").page().request().get("/cases/" + claim + "/pdf").body();
        try (var pdf = Loader.loadPDF(paper)) {
            var address = Pattern.compile("/papers/[\\w-]+").matcher(new PDFTextStripper().getText(pdf));
            assertThat(address.find()).isTrue();
            return address.group();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void somethingIsLate() {
        api("designer1")
                .postXml("/api/v1/processes?publish=true", NodeCrashTests.MODEL)
                .ok();
        api("staff1")
                .post("/api/v1/cases", Map.of("process", "alarms", "form", Map.of()))
                .ok();
    }

    private static void see(Person person, Map<String, String> pages, Look look) {
        pages.forEach((name, path) -> {
            person.open(path);
            look.at(person, name);
        });
    }
}
