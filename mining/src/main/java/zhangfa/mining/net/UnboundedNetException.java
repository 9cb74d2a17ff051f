package zhangfa.mining.net;

/** A place of a net gathers more tokens than any case of business could need, so its markings have no end. */
public final class UnboundedNetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int place;

    UnboundedNetException(int place) {
        super("Place %d gathers more than %d tokens: the net is not bounded".formatted(place, Markings.MOST_TOKENS));
        this.place = place;
    }

    /** The position of the place in its net. */
    public int place() {
        return place;
    }
}
