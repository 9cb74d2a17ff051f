package zhangfa.rulebook.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Where the rulebook is read from: the one that ships with the product, or the company's own folder. */
@Component
public class Sources {

    private static final String SHIPPED = "classpath:rulebook/";

    private final String root;
    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    public Sources(@Value("${ZHANGFA_RULEBOOK:}") String folder) {
        this.root = folder.isBlank()
                ? SHIPPED
                : Path.of(folder).toAbsolutePath().toUri().toString();
    }

    /** Every file below the root that matches, in the order of the paths. */
    public List<SourceFile> matching(String pattern) {
        try {
            var base = resources.getResource(root).getURL().toString();
            return Arrays.stream(resources.getResources(root + pattern))
                    .filter(Resource::isReadable)
                    .map(resource -> file(base, resource))
                    .sorted(Comparator.comparing(SourceFile::path))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The rulebook cannot be read from " + root, unreadable);
        }
    }

    /** The same hash for the same texts in the same order. */
    public static String hash(Stream<String> texts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            texts.forEach(text -> {
                digest.update(text.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static SourceFile file(String base, Resource resource) {
        try {
            var url = resource.getURL().toString();
            var path = url.startsWith(base) ? url.substring(base.length()) : url;
            return new SourceFile(path, resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
