package zhangfa.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import zhangfa.Company;
import zhangfa.CompanyTest;

/** Who sees a case, its tasks, journal and files, and that lists show all of it once. */
@CompanyTest
class VisibilityApiTests {

    @Autowired
    MockMvcTester web;

    private Api api;

    @BeforeEach
    void aClient() {
        api = new Api(web);
    }

    @Test
    void theInitiatorTheLineAboveTheOwnerAndTheInspectorSeeAClaimAndNobodyElse() {
        var voucher = api.voucher(Company.STAFF1);
        var claim = api.start(Company.STAFF1, Api.formWith("5.00", voucher))
                .isFine(201)
                .text("/id");
        var task = api.task(claim);
        var paths = List.of(
                "/api/v1/cases/" + claim,
                "/api/v1/cases/" + claim + "/journal",
                "/api/v1/tasks/" + task,
                "/api/v1/files/" + voucher);
        for (var path : paths) {
            for (var who : List.of("staff1", "head1", "manager", "ceo", "financehead", "inspector1")) {
                assertThat(api.get(who, path).status()).as(who + " " + path).isEqualTo(200);
            }
            for (var who :
                    List.of("staff2", "head2", "market1", "finance1", "cashier1", "hrhead", "designer1", "root")) {
                api.get(who, path).isProblem(404);
            }
        }
        assertThat(api.get(Company.STAFF2, "/api/v1/cases?page_size=200").body())
                .doesNotContain(claim);
        assertThat(api.get(Company.ROOT, "/api/v1/cases").json().get("items")).isEmpty();
    }

    @Test
    void whoHadAPartInACaseKeepsSeeingIt() {
        var claim = api.claim(Company.STAFF1, "5.00");
        api.does(Company.HEAD1, claim, "approve").isFine(200);
        api.does(Company.FINANCE1, claim, "approve").isFine(200);
        api.get(Company.FINANCE1, "/api/v1/cases/" + claim).isFine(200);
        api.get(Company.CASHIER2, "/api/v1/cases/" + claim).isFine(200);
    }

    @Test
    void theJournalTellsWhatHappenedInOrder() {
        var claim = api.claim(Company.STAFF1, "5.00");
        api.does(Company.HEAD1, claim, "approve").isFine(200);
        var entries = api.get(Company.STAFF1, "/api/v1/cases/" + claim + "/journal")
                .json()
                .get("items");
        assertThat(entries.valueStream().map(entry -> entry.get("seq").asInt())).containsExactly(1, 2, 3, 4);
        assertThat(entries.valueStream().map(entry -> entry.get("kind").asString()))
                .containsExactly("case_started", "task_opened", "task_closed", "task_opened");
        assertThat(entries.get(2).propertyNames())
                .containsExactlyInAnyOrder(
                        "seq",
                        "at",
                        "actor",
                        "on_behalf_of",
                        "kind",
                        "activity",
                        "activity_name",
                        "lifecycle",
                        "data",
                        "hash");
        assertThat(entries.get(2).get("actor").asString()).isEqualTo(Company.HEAD1);
        assertThat(entries.get(2).get("activity").asString()).isEqualTo("head-approval");
    }

    @Test
    void pagingShowsEveryCaseOnce() {
        for (int number = 0; number < 12; number++) {
            api.claim(Company.DEV1, "5.00");
        }
        var pieces = paged(Company.DEV1, "/api/v1/cases?started_by=me&count=true&page_size=5", "id");
        assertThat(pieces).hasSizeGreaterThanOrEqualTo(12).doesNotHaveDuplicates();
        var whole = api.get(Company.DEV1, "/api/v1/cases?started_by=me&count=true&page_size=200")
                .json();
        assertThat(whole.get("total").asInt()).isEqualTo(pieces.size());
        assertThat(whole.get("items").valueStream().map(item -> item.get("id").asString()))
                .containsExactlyElementsOf(pieces);
        assertThat(api.get(Company.DEV1, "/api/v1/cases").json().propertyNames())
                .containsExactlyInAnyOrder("items", "next");
        var started = paged(Company.DEV1, "/api/v1/tasks?box=started&page_size=5", "id");
        assertThat(started).hasSize(pieces.size()).doesNotHaveDuplicates();
    }

    @Test
    void everyClauseOfTheRulebooksStandsInTheListOnce() {
        var clauses = paged(Company.STAFF1, "/api/v1/rulebook/clauses?page_size=70", "clause");
        assertThat(new HashSet<>(clauses)).hasSize(clauses.size()).hasSize(250);
    }

    private List<String> paged(String who, String path, String id) {
        var found = new ArrayList<String>();
        var next = "";
        do {
            var piece = api.get(who, path + next).isFine(200).json();
            piece.get("items").forEach(item -> found.add(item.get(id).asString()));
            next = piece.get("next").isNull()
                    ? ""
                    : "&after=" + piece.get("next").asString();
        } while (!next.isEmpty());
        return found;
    }
}
