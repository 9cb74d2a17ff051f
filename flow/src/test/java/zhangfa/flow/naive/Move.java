package zhangfa.flow.naive;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A deed with the data of its time. */
record Move(Object what, Map<String, ?> data) {

    /** Another step is asked, and then the one that asked for it again. */
    record Detour(int slot, String to, int marker) {}

    /** The owner moves a token. */
    record Jumped(Deed.Jump jump, int marker) {}

    /** Signers who were taken out, whoever else of their names comes to be asked. */
    record TakenOut(int slot, List<Integer> signers) {}

    /** A step is asked again. */
    record AskAgain(int visit, int marker) {}

    /** The initiator is asked before the case begins anew. */
    record ToInitiator(int marker, String event) {}

    /**
     * A vote was taken back: the place is that person's, also where several had shared it.
     *
     * @param anew the step was done and is asked again: what was lent out is its signer's again
     */
    record TakenBack(int slot, String person, boolean anew) {}

    /** The place of a person who did something, so that what it was about cannot be taken away from under them. */
    OptionalInt acting() {
        return switch (what) {
            case Deed.Claim claim -> OptionalInt.of(claim.slot());
            case Deed.Transfer transfer -> OptionalInt.of(transfer.slot());
            case Deed.Delegate delegate -> OptionalInt.of(delegate.slot());
            case Deed.Resolve resolve -> OptionalInt.of(resolve.slot());
            case Deed.Add add -> OptionalInt.of(add.slot());
            default -> OptionalInt.empty();
        };
    }

    /** A word that counts, or a way that was taken, for good. */
    boolean isDecision() {
        return what instanceof Deed.Vote || what instanceof Detour || what instanceof Jumped;
    }
}
