package zhangfa.rulebook.load;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import zhangfa.api.Refusal;
import zhangfa.rulebook.practice.Adoptions;
import zhangfa.rulebook.practice.Practice;
import zhangfa.rulebook.practice.Practices;
import zhangfa.rulebook.source.Sources;

/** At every start the rulebook is read again; the demo company adopts all of it. */
@Component
@Order(RulebookOpening.AFTER_THE_COMPANY)
class RulebookOpening implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(RulebookOpening.class);

    static final int AFTER_THE_COMPANY = 100;

    private final Sources sources;
    private final RulebookLoader loader;
    private final Practices practices;
    private final Adoptions adoptions;
    private final boolean demo;

    RulebookOpening(
            Sources sources,
            RulebookLoader loader,
            Practices practices,
            Adoptions adoptions,
            @Value("${zhangfa.demo}") boolean demo) {
        this.sources = sources;
        this.loader = loader;
        this.practices = practices;
        this.adoptions = adoptions;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var loaded = loader.load(sources.matching("**/*"));
        loaded.refused()
                .forEach(fault -> log.error("A section is refused and stays as it was: {}", fault.getMessage()));
        if (demo) {
            practices.all().stream()
                    .map(Practice::key)
                    .filter(loaded.written()::contains)
                    .forEach(this::adopt);
        }
        adoptions.outdated().forEach(this::adopt);
    }

    /** One practice that cannot be put in force does not keep the company from working; coverage shows it. */
    private void adopt(String practice) {
        try {
            adoptions.adopt(practice, null);
        } catch (Refusal refused) {
            log.error("The process of {} cannot be put in force: {}", practice, refused.faults());
        }
    }
}
