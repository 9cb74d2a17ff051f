package zhangfa.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated POST with its first answer: same key and body by the same account, for 24 hours at least. The same
 * key with another body is a conflict. A command that runs under a key also carries an id made of it, so that a repeat after
 * a crash between commit and answer does nothing twice either.
 */
@Component
@Order(200)
public class Idempotency extends OncePerRequestFilter {

    /** Request attribute: the UUID of the command, where the request carries a key. */
    public static final String COMMAND = "zhangfa.command";

    private static final int LONGEST_KEY = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Answers answers;
    private final ProblemWriter problems;

    Idempotency(Answers answers, ProblemWriter problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getHeader("Idempotency-Key") == null
                || !request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().endsWith("/tokens")
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader("Idempotency-Key");
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            refuse(request, response, Refusal.Kind.MALFORMED, "{api.idempotency-key}");
            return;
        }
        var repeatable = RepeatableRequest.of(request);
        var command = command(request, key);
        var digest = repeatable.digest() + Objects.toString(request.getQueryString(), "");
        var known = begin(command, digest);
        if (known.isPresent()) {
            repeat(known.get(), digest, request, response);
            return;
        }
        repeatable.request().setAttribute(COMMAND, command);
        var caught = new ContentCachingResponseWrapper(response);
        try {
            chain.doFilter(repeatable.request(), caught);
        } finally {
            keep(command, caught);
            caught.copyBodyToResponse();
        }
    }

    /** Marks the request as running, unless it is known; a twin at the same moment waits for the first one's answer. */
    private Optional<Answers.Answer> begin(UUID command, String digest) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var known = answers.begin(command, digest);
        while (known.filter(answer -> answer.isRunning() && answer.request().equals(digest))
                        .isPresent()
                && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            known = answers.begin(command, digest);
        }
        return known;
    }

    /** What failed on our side may be tried again; every other answer stands. */
    private void keep(UUID command, ContentCachingResponseWrapper caught) {
        if (caught.getStatus() >= 500) {
            answers.forget(command);
        } else {
            answers.keep(command, caught.getStatus(), caught.getContentType(), caught.getContentAsByteArray());
        }
    }

    private void repeat(Answers.Answer answer, String digest, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!answer.request().equals(digest)) {
            refuse(request, response, Refusal.Kind.CONFLICT, "{api.idempotency-other}");
        } else if (answer.body() == null) {
            refuse(request, response, Refusal.Kind.CONFLICT, "{api.idempotency-running}");
        } else {
            response.setStatus(answer.status());
            Optional.ofNullable(answer.type()).ifPresent(response::setContentType);
            response.setHeader("Idempotency-Replayed", "true");
            response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal.Kind kind, String detail)
            throws IOException {
        problems.write(request, response, Refusal.of(kind, detail));
    }

    private static UUID command(HttpServletRequest request, @Nullable String key) {
        var whole = request.getUserPrincipal().getName() + "\n" + request.getRequestURI() + "\n" + key;
        var digest = ByteBuffer.wrap(sha256(whole.getBytes(StandardCharsets.UTF_8)));
        var version = (digest.getLong() & ~0xF000L) | 0x8000L;
        var variant = (digest.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(version, variant);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
