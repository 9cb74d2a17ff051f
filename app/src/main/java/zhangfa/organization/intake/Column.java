package zhangfa.organization.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of the staff file, with the headings under which they are found, parted by a bar. */
enum Column {
    USERNAME("用户名|工号|使用者名稱|username"),
    NAME("姓名|name"),
    UNIT("部门|部門|unit"),
    PARENT("上级部门|上級部門|parent unit"),
    POSITION("岗位|崗位|position"),
    LEVEL("岗位级别|崗位級別|level"),
    HEAD("部门负责人|部門負責人|head"),
    EMAIL("邮箱|信箱|email"),
    PHONE("手机|手機|phone");

    private final String headings;

    Column(String headings) {
        this.headings = headings;
    }

    String heading() {
        return headings().getFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A star behind a heading marks what must be filled in. */
    static Optional<Column> headed(String heading) {
        var words = heading.replace("*", "").strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.headings().contains(words))
                .findFirst();
    }

    private List<String> headings() {
        return List.of(headings.split("\\|", -1));
    }
}
