package zhangfa.journal.proof;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Description;
import zhangfa.command.Command;

/** {@code bin/zhangfa verify}: proves the journal, says what is wrong, and what the proof cannot tell. */
@Configuration(proxyBeanMethods = false)
class VerifyCommand {

    @Bean
    @Description("  proves that nothing in the journal was changed, removed or added afterwards")
    Command verify(Verification verification, MessageSource messages) {
        return (arguments, out) -> {
            if (!arguments.isEmpty()) {
                System.err.println("Usage: bin/zhangfa verify");
                return Command.NOT_UNDERSTOOD;
            }
            var holds = true;
            for (var finding : verification.verify()) {
                holds &= finding.outcome().holds();
                out.printf(
                        "%-6s %s (%d examined)%n",
                        finding.outcome().holds() ? "ok" : "BROKEN",
                        messages.getMessage(finding.claim(), null, Locale.ENGLISH),
                        finding.outcome().examined());
                finding.outcome().problems().forEach(problem -> out.println("       " + problem));
            }
            out.println(messages.getMessage("journal.limits", null, Locale.ENGLISH));
            return holds ? Command.DONE : Command.FAILED;
        };
    }
}
