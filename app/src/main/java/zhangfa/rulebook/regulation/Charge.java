package zhangfa.rulebook.regulation;

/** A duty as the company writes it: who does what, by when, with what evidence. */
public record Charge(String who, String does, String by, String evidence) {

    public boolean isEmpty() {
        return (who + does + by + evidence).isBlank();
    }
}
