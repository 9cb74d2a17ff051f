package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody who knows BPMN draws a diagram, is told what cannot be executed, mends it and compares the versions. */
class ExpertTests extends Journey {

    @Test
    void aStepIsAddedARefusalMendedAndTheVersionsCompared() {
        var process = api("designer1")
                .post("/api/v1/designs", Map.of("name", unique("专家")))
                .ok()
                .text("/process");
        var designer = as("designer1");
        opens(designer, process);
        appends(designer, "start", "复核");
        publishes(designer);
        designer.sees("已发布为第 1 版。");
        api("designer1").post("/api/v1/designs", Map.of("process", process)).ok();
        opens(designer, process);
        appends(designer, "start", "再核一次");
        var canvas = designer.page().locator("[data-canvas]");
        canvas.locator(".djs-palette [data-action='create.serviceTask']").click();
        canvas.locator("svg").first().click(new Locator.ClickOptions().setPosition(500, 420));
        var remark = designer.page().locator(".expert__remark");
        assertThat(remark.first()).isVisible();
        assertThat(canvas.locator(".bpmn-refused").first()).isVisible();
        designer.picture("refused");
        remark.first().click();
        canvas.locator(".djs-context-pad [data-action='delete']").click();
        assertThat(designer.page().locator("[data-fine]")).isVisible();
        publishes(designer);
        designer.sees("已发布为第 2 版。");
        designer.open("/designs/" + process + "/comparison");
        designer.sees("再核一次");
        assertThat(designer.page().locator(".bpmn-added").first()).isVisible();
        designer.picture("compared");
    }

    private static void opens(Person designer, String process) {
        designer.open("/designs/" + process);
        designer.link("专家视图").click();
        assertThat(designer.page().locator("[data-ready]")).isVisible();
    }

    /** A step of the unit's head behind an element. */
    private static void appends(Person designer, String behind, String name) {
        var page = designer.page();
        page.locator("[data-canvas] [data-element-id='" + behind + "']").first().click();
        page.locator(".djs-context-pad [data-action='append.append-task']").click();
        var canvas = page.locator("[data-canvas]");
        page.keyboard().press("Escape");
        canvas.locator(".djs-element.selected").first().waitFor();
        set(page, "[data-own='name']", name);
        page.locator("[data-own='zhangfa:kind']").selectOption("approval");
        page.locator("[data-name='strategy']").selectOption("unit-head");
        assertThat(page.locator("[data-fine]")).isVisible();
    }

    private static void set(Page page, String control, String value) {
        page.locator("[data-panel] " + control).fill(value);
        page.locator("[data-panel] " + control).blur();
    }

    private static void publishes(Person designer) {
        designer.button("保存").click();
        assertThat(designer.page().locator("[data-state]")).hasText("已保存");
        designer.button("发布").click();
        designer.confirms("发布");
    }
}
