package zhangfa.ui;

import java.util.List;
import java.util.Locale;

/** The languages of the product: zh-CN first, zh-TW and en beside it. */
public final class Language {

    public static final Locale CHINA = Locale.SIMPLIFIED_CHINESE;
    public static final List<Locale> ALL = List.of(CHINA, Locale.TRADITIONAL_CHINESE, Locale.ENGLISH);

    private Language() {}

    /** The product's language nearest to what somebody asks for; zh-Hant and zh-HK readers get zh-TW, others zh-CN. */
    public static Locale nearest(Locale asked) {
        return switch (asked.getLanguage()) {
            case "en" -> Locale.ENGLISH;
            case "zh" ->
                asked.getScript().equals("Hant") || List.of("TW", "HK", "MO").contains(asked.getCountry())
                        ? Locale.TRADITIONAL_CHINESE
                        : CHINA;
            default -> CHINA;
        };
    }
}
