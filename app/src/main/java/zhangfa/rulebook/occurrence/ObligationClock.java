package zhangfa.rulebook.occurrence;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

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

    /** All day, since sections are adopted, obligations written and clocks started by facts at any hour. */
    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT5M")
    void tick() {
        rounds.bringUp();
        proving.look();
        tidings.tellLate();
    }
}
