package zhangfa.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A request whose body is known before it is handled, by its digest. */
record RepeatableRequest(HttpServletRequest request, String digest) {

    static RepeatableRequest of(HttpServletRequest request) throws IOException, ServletException {
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            return new RepeatableRequest(request, ofParts(request));
        }
        var body = request.getInputStream().readAllBytes();
        return new RepeatableRequest(new Buffered(request, body), HexFormat.of().formatHex(Idempotency.sha256(body)));
    }

    /** The container keeps parts once read, so that the handler can read them again. */
    private static String ofParts(HttpServletRequest request) throws IOException, ServletException {
        MessageDigest whole;
        try {
            whole = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        for (var part : request.getParts()) {
            whole.update((part.getName() + "\n" + part.getSubmittedFileName() + "\n").getBytes(StandardCharsets.UTF_8));
            try (var content = part.getInputStream()) {
                whole.update(Idempotency.sha256(content.readAllBytes()));
            }
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    private static final class Buffered extends HttpServletRequestWrapper {

        private final byte[] body;

        Buffered(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            var content = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return content.read();
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return content.read(into, offset, length);
                }

                @Override
                public boolean isFinished() {
                    return content.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("The body was read already");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
