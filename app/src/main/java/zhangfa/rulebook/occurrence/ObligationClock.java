package zhangfa.rulebook.occurrence;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import zhangfa.rulebook.obligation.ObligationWritten;

/** Brings up what has come, and looks all day for what was done meanwhile and what is late. */
@Component
class ObligationClock {

    private final Rounds rounds;
    private final Proving proving;
    private final OccurrenceTidings tidings;

    ObligationClock(Rounds rounds, Proving proving, OccurrenceTidings tidings) {
        this.rounds = rounds;
        this.proving = proving;
        this.tidings = tidings;
    }

    /** What is laid down today comes today, and what was done before in the same period counts. */
    @EventListener
    void begin(ObligationWritten written) {
        rounds.bringUp();
        proving.look();
    }

    /** All day, since sections are adopted, obligations written and clocks started by facts at any hour. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT5M")
    void tick() {
        rounds.bringUp();
        proving.look();
        tidings.tellLate();
    }
}
