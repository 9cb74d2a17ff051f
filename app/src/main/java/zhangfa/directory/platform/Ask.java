package zhangfa.directory.platform;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A call to a platform.
 *
 * @param body what is sent as JSON by POST; null for a GET
 */
public record Ask(
        URI address, Map<String, String> headers, @Nullable Object body) {

    public static Ask get(String base, String path) {
        return new Ask(address(base, path), Map.of(), null);
    }

    public static Ask post(String base, String path, Object body) {
        return new Ask(address(base, path), Map.of(), body);
    }

    private static URI address(String base, String path) {
        return URI.create(base.replaceFirst("/+$", "") + path);
    }

    public Ask with(String parameter, Object value) {
        var longer = "%s%s%s=%s"
                .formatted(
                        address,
                        address.getRawQuery() == null ? "?" : "&",
                        parameter,
                        UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
        return new Ask(URI.create(longer), headers, body);
    }

    public Ask saying(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Ask(address, more, body);
    }
}
