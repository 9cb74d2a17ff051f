package zhangfa.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;

/** The addresses of what the browser loads: each carries its content's hash, so it may be kept for ever. */
public final class Assets {

    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    /** {@code zhangfa.js} → {@code /assets/zhangfa-<hash>.js}, as Spring's content version strategy expects it. */
    public static String url(String name) {
        return ADDRESSES.computeIfAbsent(name, Assets::address);
    }

    private static String address(String name) {
        var asset = new ClassPathResource("static/assets/" + name);
        if (!asset.exists()) { // tests of a module need no frontend
            return "/assets/" + name;
        }
        try (var content = asset.getInputStream()) {
            var dot = name.lastIndexOf('.');
            return "/assets/" + name.substring(0, dot) + "-" + DigestUtils.md5DigestAsHex(content)
                    + name.substring(dot);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
