package zhangfa.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Somebody who is no programmer makes a register, and others keep it. */
class RegisterTests extends Journey {

    @Test
    void aRegisterIsMadeFilledImportedFoundAndChanged() {
        var name = unique("合同台账");
        make(as("designer1"), name);
        var staff = as("staff1");
        keep(staff, name);
        staff.link(name).click();
        takeIn(staff);
        staff.link("金额").click();
        assertThat(staff.main().locator("tbody tr").first()).containsText("甲方供货合同");
        staff.picture("list");
        staff.page().locator("#q").fill("销售合");
        staff.page().locator("#q").press("Enter");
        assertThat(staff.main().locator("tbody tr")).hasCount(1);
    }

    private static void make(Person designer, String name) {
        designer.open("/registers");
        designer.link("新建台账").first().click();
        designer.page().locator("#name").fill(name);
        designer.page().locator("#prefix").fill("HT-");
        fill(field(designer, 0), "合同名称", "text", "");
        field(designer, 0).locator("input[name$='.unique']").check();
        designer.button("再加一个字段").click();
        fill(field(designer, 1), "金额", "number", "");
        designer.button("再加一个字段").click();
        fill(field(designer, 2), "类型", "choice", "");
        designer.picture("making");
        designer.button("建立台账").click();
        designer.sees("是单选，请写出选项");
        field(designer, 2).locator("input[name$='.options']").fill("采购、销售");
        designer.button("建立台账").click();
        designer.sees("台账已建立");
        designer.picture("empty");
    }

    private static void keep(Person staff, String name) {
        staff.open("/registers");
        staff.link(name).click();
        staff.link("登记一条").click();
        staff.page().locator("#f_he_tong_ming_cheng").fill("仓库租赁合同");
        staff.page().locator("#f_jin_e").fill("一千");
        staff.page().locator("#f_lei_xing").selectOption("采购");
        staff.button("保存").click();
        staff.sees("请填写数字");
        staff.page().locator("#f_jin_e").fill("1000");
        staff.button("保存").click();
        staff.sees("HT-00001");
        staff.link("修改").click();
        staff.page().locator("#f_jin_e").fill("1200.50");
        staff.button("保存").click();
        assertThat(staff.main().locator(".register-history")).containsText("1200.50");
        staff.picture("record");
    }

    /** First on trial, with a row that is wrong. */
    private static void takeIn(Person staff) {
        staff.link("导入").click();
        staff.page().locator("#file").setInputFiles(file("合同名称,金额,类型\n甲方供货合同,12,采购\n乙方销售合同,x,销售\n"));
        staff.button("试导入").click();
        staff.sees("一条也不会写入");
        staff.picture("trial");
        staff.link("换一个文件").click();
        staff.page().locator("#file").setInputFiles(file("合同名称,金额,类型\n甲方供货合同,12,采购\n乙方销售合同,30,销售\n"));
        staff.button("试导入").click();
        staff.button("导入 2 条").click();
        staff.sees("已导入 2 条。");
    }

    private static Locator field(Person person, int at) {
        return person.main().locator("#fields tbody tr").nth(at);
    }

    private static void fill(Locator field, String name, String kind, String options) {
        field.locator("input[name$='.name']").fill(name);
        field.locator("select[name$='.kind']").selectOption(kind);
        field.locator("input[name$='.options']").fill(options);
    }

    private static FilePayload file(String csv) {
        return new FilePayload("合同.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
