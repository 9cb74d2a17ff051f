package zhangfa.e2e;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** New colleagues come in by an Excel file. */
class StaffImportTests extends Journey {

    private static final String PASSWORD = "晴天记得带伞出门";

    @Test
    void importedColleaguesChooseAPasswordAndFile() {
        var root = as("root");
        root.open("/organization/imports");
        root.page().locator("#file").setInputFiles(staff("专家"));
        root.page().locator("form[action='/organization/imports'] button").click();
        root.sees("岗位级别");
        root.picture("row-error");

        root.open("/organization/imports");
        root.page().locator("#file").setInputFiles(staff("主管"));
        root.page().locator("form[action='/organization/imports'] button").click();
        root.page().locator("form[action$='/execution'] button").click();
        root.open("/administration/accounts?q=newcomer2");
        root.row("newcomer2").locator("a").first().click();
        root.page().locator("form[action$='/activation'] button").click();
        var link = root.page().locator("code.break").textContent().strip();
        root.picture("link");

        var newcomer = people().stranger("zh-CN");
        newcomer.open(java.net.URI.create(link).getPath());
        newcomer.page().locator("#password").fill(PASSWORD + "2026");
        newcomer.page().locator("#repeated").fill(PASSWORD + "2026");
        newcomer.picture("password");
        newcomer.page().locator("main form button.btn-primary").click();
        newcomer.signIn("newcomer2", PASSWORD + "2026");
        newcomer.isAt("/$");
        ClaimForm.openedBy(newcomer)
                .title("入职体检")
                .line(0, "2026-11-05", "其他", "260")
                .voucher(Vouchers.file("体检发票.pdf"))
                .handIn();
        newcomer.isAt("/cases/");

        var again = people().stranger("zh-CN");
        again.open(java.net.URI.create(link).getPath());
        again.sees("这个链接已经用过或已过期");
    }

    /** Two colleagues as the template asks for them, the second with this post level. */
    private static FilePayload staff(String level) {
        var rows = List.of(
                List.of("用户名", "姓名", "部门", "上级部门", "岗位", "岗位级别", "部门负责人", "邮箱", "手机"),
                List.of("newcomer1", "林小满", "运营一部", "", "运营专员", "专员", "", "", ""),
                List.of("newcomer2", "江一帆", "运营一部", "", "运营主管", level, "", "", ""));
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "journeys", "1.0")) {
            var sheet = workbook.newWorksheet("员工");
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    sheet.value(row, column, rows.get(row).get(column));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(
                "员工.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes.toByteArray());
    }
}
