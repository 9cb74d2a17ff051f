package zhangfa.api;

import java.util.List;

/** Why the product does not do what was asked: a kind that decides the HTTP status, words for people, and the wrong fields. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What went wrong, in the terms of RFC 9110. */
    public enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        NOT_ALLOWED(403),
        NOT_THERE(404),
        CONFLICT(409),
        TOO_LARGE(413),
        UNSUPPORTED(415),
        INVALID(422),
        TOO_MANY(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /** One wrong field: a JSON pointer into the request, and what to do about it. */
    public record Fault(String pointer, String detail) {}

    private final Kind kind;
    private final transient List<Fault> faults;

    private Refusal(Kind kind, String detail, List<Fault> faults) {
        super(detail, null, false, false);
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    /** A refusal in general terms; {@code code} is a message key (see {@code messages/api.properties}) or plain words. */
    public static Refusal of(Kind kind, String detail) {
        return new Refusal(kind, detail, List.of());
    }

    /** Not there, or not visible to whoever asks: the two are never told apart. */
    public static Refusal notThere() {
        return of(Kind.NOT_THERE, "{api.not-there}");
    }

    public static Refusal notAllowed() {
        return of(Kind.NOT_ALLOWED, "{api.not-allowed}");
    }

    /** Stale, or impossible in this state. */
    public static Refusal conflict(String detail) {
        return of(Kind.CONFLICT, detail);
    }

    public static Refusal malformed(String detail) {
        return of(Kind.MALFORMED, detail);
    }

    public static Refusal invalid(String pointer, String detail) {
        return invalid(List.of(new Fault(pointer, detail)));
    }

    public static Refusal invalid(List<Fault> faults) {
        return new Refusal(Kind.INVALID, "{api.invalid}", faults);
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
