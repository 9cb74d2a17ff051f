package zhangfa.rulebook.structure;

import java.util.List;
import java.util.regex.Pattern;

/** A way to number headings, from those that usually stand highest to those that stand lowest. */
enum Numbering {
    PART("第\\s*([%s]{1,4}|\\d{1,3})\\s*(?:编|篇|部分)"),
    CHAPTER("第\\s*([%s]{1,4}|\\d{1,3})\\s*章"),
    SECTION("第\\s*([%s]{1,4}|\\d{1,3})\\s*节"),
    ARTICLE("第\\s*([%s]{1,7}|\\d{1,4})\\s*条(?!规定|所|第|款|项|至|、|和|的|或|与|,)"),
    OUTLINE_1(""),
    OUTLINE_2(""),
    OUTLINE_3(""),
    HAN("(?<![%s第(0-9])([%s]{1,3})\\s*[、.](?!\\d)"),
    HAN_PAREN("(?<!第)\\(\\s*([%s]{1,3})\\s*\\)(?!\\s*[至、和款项])|(?<![(%s第])([%s]{1,3})\\)"),
    DECIMAL_1("(?<![\\d.A-Za-z第(])(\\d{1,3})\\s*(?:[.、](?![\\d.])|(?<=^\\s{0,4}\\d{1,2})\\s+(?=[\\p{IsHan}]))"),
    DECIMAL_2("(?<![\\d.A-Za-z第(])(\\d{1,3}\\.\\d{1,3})\\.?(?![\\d%.])"),
    DECIMAL_3("(?<![\\d.A-Za-z第(])(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})\\.?(?![\\d%.])"),
    DECIMAL_4("(?<![\\d.A-Za-z第(])(\\d{1,3}(?:\\.\\d{1,3}){3})\\.?(?![\\d%.])"),
    PAREN("(?<!第)\\(\\s*(\\d{1,3})\\s*\\)(?!\\s*[至、和款项])"),
    HALF_PAREN("(?<![\\d(.A-Za-z])(\\d{1,2})\\)"),
    CIRCLED("([①-⑳])");

    private final Pattern pattern;

    Numbering(String pattern) {
        this.pattern = Pattern.compile(pattern.replace("%s", Numerals.HAN), Pattern.MULTILINE);
    }

    static final List<Numbering> WRITTEN = List.of(values()).stream()
            .filter(style -> !style.pattern.pattern().isEmpty())
            .toList();

    Pattern pattern() {
        return pattern;
    }

    /** 第三条 goes on counting in the next chapter. */
    boolean mayGoOn() {
        return this == CHAPTER || this == SECTION || this == ARTICLE;
    }

    boolean isOutline() {
        return pattern.pattern().isEmpty();
    }

    static Numbering outline(int level) {
        return switch (level) {
            case 1 -> OUTLINE_1;
            case 2 -> OUTLINE_2;
            default -> OUTLINE_3;
        };
    }
}
