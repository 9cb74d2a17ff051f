package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An expense claim and everybody through whose hands it goes. */
class ClaimTests extends Journey {

    @Test
    void claimGoesFromFilingToPayment() {
        var title = unique("十一月客户拜访");
        var staff = as("staff1");
        var form = ClaimForm.openedBy(staff)
                .title(title)
                .line(0, "2026-11-02", "交通", "7600.50")
                .line(1, "2026-11-03", "住宿", "4400");
        assertThat(form.route()).containsText("管理层审批");
        form.voucher("高铁票.pdf");
        staff.picture("form");
        form.handIn();
        staff.isAt("/cases/");
        staff.sees("12,000.50");
        var path = staff.path();

        decide("head1", title, "同意", "情况属实");
        decide("manager", title, "同意", "预算内");
        decide("finance1", title, "同意", "票据齐全");
        decide("cashier1", title, "办理完成", "已转账");

        staff.open(path);
        assertThat(staff.main().locator("h1")).containsText("已完成");
        for (var opinion : List.of("情况属实", "预算内", "票据齐全", "已转账")) {
            assertThat(staff.page().locator("#timeline")).containsText(opinion);
        }
        staff.picture("paid");
        var print = staff.page().waitForPopup(() -> staff.link("打印").click());
        assertThat(print.locator(".paper")).containsText("壹万贰仟元伍角");
        assertThat(print.locator(".paper")).containsText("高铁票.pdf");

        staff.open("/rulebook/articles/B.6.1.2");
        assertThat(staff.page().locator("#evidence")).containsText(title);
    }

    /** Finds the claim in the inbox, decides on it with an opinion, and sees the badge follow. */
    private void decide(String username, String title, String verb, String opinion) {
        var person = as(username);
        person.open("/inbox");
        var waiting = person.waiting();
        person.row(title).locator("a").first().click();
        person.isAt("/cases/");
        person.page().locator("[name=comment]").first().fill(opinion);
        person.picture(username);
        person.button(verb).click();
        person.sees("已" + verb.substring(0, 2) + "。");
        assertThat(person.badge()).hasText(waiting == 1 ? "" : Integer.toString(waiting - 1));
    }

    @Test
    void returnedClaimIsMendedAndResubmitted() {
        var title = unique("待补说明的报销");
        var path = "/cases/" + api("staff1").claim(title, "320").text("/id");
        var head = as("head1");
        head.open(path);
        head.page().locator("[name=comment]").first().fill("请写明客户");
        head.button("退回").click();
        head.sees("已退回。");

        var staff = as("staff1");
        staff.open("/inbox");
        staff.row(title).locator("a").first().click();
        staff.sees("请写明客户");
        staff.page().locator("#title").fill(title + "（拜访华星公司）");
        staff.picture("mending");
        staff.button("重新提交").click();
        staff.sees("已办理。");

        head.open(path);
        head.sees("拜访华星公司");
        head.button("同意").click();
        head.sees("已同意。");
        assertThat(head.page().locator("#timeline")).containsText("请写明客户");
    }

    @Test
    void rejectedClaimFreesItsVoucher() {
        var voucher = Vouchers.file("发票.pdf");
        var first = unique("先交的报销");
        var staff = as("staff1");
        fill(staff, first, voucher).handIn();
        staff.isAt("/cases/");
        var path = staff.path();

        fill(staff, unique("后交的报销"), voucher).handIn();
        staff.sees("这张票据已在其他报销单中使用");
        staff.seesNot(first);
        staff.picture("used");

        var head = as("head1");
        head.open(path);
        head.button("驳回").click();
        head.picture("question");
        head.page().locator("#confirm [value=yes]").click();
        head.sees("已驳回");

        staff.button("提交").click();
        staff.isAt("/cases/");
    }

    private static ClaimForm fill(Person staff, String title, com.microsoft.playwright.options.FilePayload voucher) {
        return ClaimForm.openedBy(staff)
                .title(title)
                .line(0, "2026-11-04", "办公", "88")
                .voucher(voucher);
    }

    @Test
    void wrongFieldsAreNamedBesideThem() {
        var staff = as("staff2");
        var form = ClaimForm.openedBy(staff).title("只填了一半").line(0, "2026-11-04", "交通", "-5");
        form.handIn();
        var summary = staff.page().locator("[data-errors]");
        assertThat(summary).isVisible();
        staff.picture("faults");
        assertThat(form.field("lines[0].amount")).hasAttribute("aria-invalid", "true");
        assertThat(form.field("lines[0].amount-error")).isVisible();
        assertThat(form.field("vouchers-error")).isVisible();
        assertThat(form.field("title")).hasValue("只填了一半");
        summary.locator("a[href='#lines[0].amount']").click();
        assertThat(form.field("lines[0].amount")).isFocused();

        form.field("lines[0].amount").fill("5.5");
        Eventually.within(Duration.ofSeconds(5), () ->
                (Boolean) staff.page().evaluate("Object.values(localStorage).some(kept => kept.includes('5.5'))"));
        staff.open("/");
        ClaimForm.openedBy(staff);
        assertThat(form.field("title")).hasValue("只填了一半");
        assertThat(form.field("lines[0].amount")).hasValue("5.5");
        staff.sees("已恢复上次没有提交的内容");
    }

    @Test
    void doubleClickOnHandInMakesOneCase() {
        var title = unique("连点两次");
        var staff = as("staff2");
        fill(staff, title, Vouchers.file("收据.pdf"));
        staff.button("提交").dblclick();
        staff.isAt("/cases/");
        var mine =
                api("staff2").get("/api/v1/cases?started_by=me&page_size=200").ok();
        assertThat(mine.body()
                        .at("/items")
                        .valueStream()
                        .filter(found -> found.at("/title").asString().contains(title)))
                .hasSize(1);
    }

    @Test
    void aScriptInATitleIsShownAsText() {
        var title = unique("<script>alert(1)</script><img src=x onerror=alert(2)>");
        var path = "/cases/" + api("staff1").claim(title, "66").text("/id");
        var head = as("head1");
        for (var place : List.of(
                "/",
                "/inbox",
                "/cases",
                path,
                "/rulebook/articles/B.6.1.2",
                "/finance/claims" + path.substring(6) + "/print")) {
            head.open(place);
            head.sees(title);
            assertThat(head.page().locator("img[src=x]")).hasCount(0);
        }
        var staff = as("staff1");
        staff.open("/finance");
        staff.sees(title);
        head.open(path);
        head.page().locator("form[action$='/comments'] [name=comment]").fill("<b onclick=alert(3)>粗</b>{{7*7}}");
        head.button("发表").click();
        assertThat(head.page().locator("#timeline")).containsText("<b onclick=alert(3)>粗</b>{{7*7}}");
        head.picture("shown");
    }

    @Test
    void whoIsNotConcernedDoesNotSeeIt() {
        var id = api("staff1").claim(unique("与市场部无关"), "45").text("/id");
        var stranger = as("market1");
        stranger.open("/cases/" + id);
        stranger.sees("没有找到");
        assertThat(api("market1")
                        .post("/api/v1/cases/" + id + "/actions/comment", Map.of("comment", "x"))
                        .status())
                .isEqualTo(404);
    }
}
