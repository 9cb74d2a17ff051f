package zhangfa.api;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Text as people write it and the database can keep it: no NUL character, no half of a surrogate pair. */
public final class PlainText {

    private PlainText() {}

    public static boolean is(String text) {
        return text.codePoints().allMatch(PlainText::isKept);
    }

    /** The text without what the database cannot keep, for text that other systems answer. */
    public static String of(String text) {
        return text.codePoints()
                .filter(PlainText::isKept)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isKept(int point) {
        return point != 0 && (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }

    /** Takes only strings for text, not whatever could be written as one, and names the field that is no plain text. */
    static final class Reader extends StdScalarDeserializer<String> {

        Reader() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            var text = json.getString();
            if (!is(text)) {
                throw Refusal.invalid(json.streamReadContext().pathAsPointer().toString(), "{api.characters}");
            }
            return text;
        }
    }
}
