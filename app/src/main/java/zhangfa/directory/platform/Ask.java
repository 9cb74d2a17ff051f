package zhangfa.directory.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A call to a platform.
 *
 * @param body what is sent as JSON by POST; null for a GET
 */
public record Ask(
        URI address, Map<String, String> headers, @Nullable Object body) {

    public static Ask get(String base, String path) {
        return new Ask(URI.create(base + path), Map.of(), null);
    }

    public static Ask post(String base, String path, Object body) {
        return new Ask(URI.create(base + path), Map.of(), body);
    }

    public Ask with(String parameter, Object value) {
        var longer = UriComponentsBuilder.fromUri(address)
                .queryParam(parameter, "{value}")
                .build(false);
        return new Ask(
                UriComponentsBuilder.fromUriString(longer.toUriString())
                        .encode()
                        .buildAndExpand(Map.of("value", value))
                        .toUri(),
                headers,
                body);
    }

    public Ask saying(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Ask(address, more, body);
    }
}
