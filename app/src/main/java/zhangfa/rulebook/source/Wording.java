package zhangfa.rulebook.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.stream.Stream;

/** A text of the rulebook in the product's three languages. */
public record Wording(
        @JsonProperty("zh-CN") String simplified,
        @JsonProperty("zh-TW") String traditional,
        @JsonProperty("en") String english) {

    public String in(Locale locale) {
        if (locale.getLanguage().equals("en")) {
            return english;
        }
        return locale.getCountry().equals("TW") ? traditional : simplified;
    }

    public boolean mentions(String words) {
        return Stream.of(simplified, traditional, english)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
    }
}
