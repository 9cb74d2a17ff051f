package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** A regulation of the company's own, from the first word to those who have read it. */
class RegulationTests extends Journey {

    @Test
    void aRegulationIsDraftedDecidedPublishedReadAndRevised() {
        var title = unique("招聘面试规范");
        var designer = as("designer1");
        draft(designer, title);
        approve("inspector1", title);
        approve("ceo", title);
        read(as("hr1"), title);

        designer.open("/rulebook/regulations");
        designer.row(title).locator("a").first().click();
        designer.link("阅读情况").click();
        designer.sees("需阅读");
        assertThat(designer.row("彭子轩")).hasCount(0);
        designer.picture("readers");

        designer.page().goBack();
        designer.button("修订").click();
        write(designer, "第一条", "面试官应在面试后一日内填写评价表。");
        designer.link("与上一版对比").click();
        assertThat(designer.main().locator("ins")).hasText("一");
        assertThat(designer.main().locator("del")).hasText("二");
        designer.picture("difference");
    }

    private static void draft(Person designer, String title) {
        designer.open("/rulebook/regulations");
        designer.page().locator("#title").fill(title);
        designer.button("新建并开始起草").click();
        write(designer, "第一条", "面试官应在面试后二日内填写评价表。");
        designer.link("填写版本信息").click();
        designer.page().locator("#reason").fill("统一面试评价");
        designer.page().locator("#effective_from").fill("2026-01-01");
        designer.page().locator("#owner").selectOption("hr-head");
        designer.page().locator("input[name=everyone]").uncheck();
        designer.main().locator("details > summary").first().click();
        designer.page().locator("input[name=units][value=human-resources]").check();
        designer.picture("head");
        designer.button("保存").click();
        designer.sees("版本信息已保存。");
        designer.picture("draft");
        designer.button("提交审核").click();
        designer.isAt("/cases/");
    }

    private static void read(Person reader, String title) {
        reader.open("/rulebook/readings");
        reader.row(title).locator("a").first().click();
        reader.sees("二日内填写评价表");
        reader.button("已阅读并理解").click();
        reader.sees("已确认。");
        reader.picture("read");
    }

    /** Of two browsers that change the same article one wins, and the other sees both texts. */
    @Test
    void whoComesSecondIsToldAndLosesNothing() {
        var one = as("designer1");
        one.open("/rulebook/regulations");
        one.page().locator("#title").fill(unique("门禁管理办法"));
        one.button("新建并开始起草").click();
        var path = one.main().locator("a[href*='/provisions/']").first().getAttribute("href");
        var other = as("root");
        other.open(path);
        one.open(path);
        one.page().locator("#text").fill("先保存的人写的。");
        one.button("保存").click();
        one.sees("先保存的人写的。");
        other.page().locator("#text").fill("后保存的人写的。");
        other.button("保存").click();
        other.sees("别人已经改过这一条");
        other.sees("先保存的人写的。");
        assertThat(other.page().locator("#text")).hasValue("后保存的人写的。");
        other.picture("conflict");
        other.button("以我写的为准，保存").click();
        other.sees("后保存的人写的。");
    }

    private static void write(Person designer, String number, String text) {
        designer.main().locator("a[href*='/provisions/']").first().click();
        designer.page().locator("#number").fill(number);
        designer.page().locator("#text").fill(text);
        designer.button("保存").click();
        designer.sees(text);
    }

    private void approve(String who, String title) {
        var person = as(who);
        person.open("/inbox");
        person.row(title).locator("a").first().click();
        person.link("打开查看").click();
        person.sees("面试后二日内");
        person.page().goBack();
        person.button("同意").click();
        person.sees("已同意。");
    }
}
