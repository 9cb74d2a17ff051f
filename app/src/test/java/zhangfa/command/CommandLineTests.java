package zhangfa.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Description;
import org.springframework.context.event.EventListener;

/** A command runs alone, and says nothing on stdout but its result. */
class CommandLineTests {

    @Configuration(proxyBeanMethods = false)
    static class Product {

        @Bean
        @Description("adds up")
        Command sum() {
            return (arguments, out) -> {
                System.out.println("noise of a library");
                out.print(arguments.stream().mapToInt(Integer::parseInt).sum());
                return Command.DONE;
            };
        }

        @Bean
        Listener listener() {
            return new Listener();
        }

        @Bean
        ServerWork serverWork() {
            throw new IllegalStateException("A command starts no work of the server");
        }
    }

    static class Listener {
        @EventListener
        void hear(ApplicationStartedEvent started) {
            throw new IllegalStateException("A command is not the start of the product: " + started);
        }
    }

    interface ServerWork extends ApplicationRunner {
        @Override
        default void run(ApplicationArguments arguments) {}
    }

    @Test
    void theResultAloneIsOnStandardOutput() {
        assertThat(run("sum", "1", "2")).isEqualTo(new Outcome(Command.DONE, "3"));
    }

    @Test
    void aFailureIsAnExitCodeAndNoResult() {
        assertThat(run("sum", "one")).isEqualTo(new Outcome(Command.FAILED, ""));
    }

    @Test
    void anUnknownWordIsNotUnderstood() {
        assertThat(run("sing")).isEqualTo(new Outcome(Command.NOT_UNDERSTOOD, ""));
    }

    @Test
    void whatStartsWithADashIsForTheProduct() {
        assertThat(CommandLine.isMeantBy("verify")).isTrue();
        assertThat(CommandLine.isMeantBy("--server.port=1")).isFalse();
        assertThat(CommandLine.isMeantBy()).isFalse();
    }

    private record Outcome(int code, String printed) {}

    private static Outcome run(String... arguments) {
        var standard = System.out;
        var caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            var code = CommandLine.run(Product.class, arguments);
            return new Outcome(code, caught.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(standard);
        }
    }
}
