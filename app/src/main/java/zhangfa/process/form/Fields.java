package zhangfa.process.form;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Fields of a case as JSON text in a row; decimals stay exact. */
public final class Fields {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Fields() {}

    public static Map<String, Object> read(String text) {
        return JSON.readValue(text, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    public static String write(Map<String, Object> fields) {
        return JSON.writeValueAsString(fields);
    }
}
