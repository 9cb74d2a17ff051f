package zhangfa.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.DigestUtils;

/** The addresses of what the browser loads: each carries its content's hash, so it may be kept for ever. */
public final class Assets {

    private static final Map<String, Address> ADDRESSES = new ConcurrentHashMap<>();

    private Assets() {}

    /** {@code zhangfa.js} → {@code /assets/zhangfa-<hash>.js}, as Spring's content version strategy expects it. */
    public static String url(String name) {
        var known = ADDRESSES.get(name);
        if (known == null || known.isStale()) {
            known = address(name);
            ADDRESSES.put(name, known);
        }
        return known.url();
    }

    private static Address address(String name) {
        var asset = new ClassPathResource("static/assets/" + name);
        if (!asset.exists()) { // tests of a module need no frontend
            return new Address("/assets/" + name, null, null);
        }
        try (var content = asset.getInputStream()) {
            var dot = name.lastIndexOf('.');
            var hash = DigestUtils.md5DigestAsHex(content);
            var file = asset.isFile() ? asset.getFile().toPath() : null;
            return new Address(
                    "/assets/" + name.substring(0, dot) + "-" + hash + name.substring(dot),
                    file,
                    file == null ? null : Files.getLastModifiedTime(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Only a class folder's file can change under a running application: bin/dev builds it anew. */
    private record Address(
            String url, @Nullable Path file, @Nullable FileTime built) {

        boolean isStale() {
            try {
                return file != null && !Files.getLastModifiedTime(file).equals(built);
            } catch (IOException beingBuilt) {
                return true;
            }
        }
    }
}
