package zhangfa.command;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigUtils;

/** Runs one command: no web server, no job, nothing is started but what the command itself uses. */
public final class CommandLine {

    /** The profile in which the product's parts are put together for a command. */
    public static final String PROFILE = "command";

    private CommandLine() {}

    /** A command is a word; what starts with a dash is for the product. */
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && !arguments[0].startsWith("-");
    }

    public static int run(Class<?> product, String... arguments) {
        var out = System.out;
        // The result alone goes to stdout, whatever any library wants to say.
        System.setOut(System.err);
        try (var context = new SpringApplicationBuilder(product)
                .web(WebApplicationType.NONE)
                .profiles(PROFILE)
                .lazyInitialization(true)
                .logStartupInfo(false)
                .initializers(CommandLine::withoutWorkOfTheServer)
                .run()) {
            return run(context, List.of(arguments), out);
        } finally {
            out.flush();
        }
    }

    private static int run(ConfigurableApplicationContext context, List<String> arguments, PrintStream out) {
        var name = arguments.getFirst();
        if (!Arrays.asList(context.getBeanNamesForType(Command.class)).contains(name)) {
            help(context.getBeanFactory());
            return name.equals("help") ? Command.DONE : Command.NOT_UNDERSTOOD;
        }
        try {
            return context.getBean(name, Command.class).run(arguments.subList(1, arguments.size()), out);
        } catch (Exception e) {
            System.err.println(name + " failed: " + root(e));
            return Command.FAILED;
        }
    }

    private static String root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static void help(ConfigurableListableBeanFactory beans) {
        System.err.println("Usage: bin/zhangfa <command> [arguments]");
        for (var name : beans.getBeanNamesForType(Command.class)) {
            System.err.printf(
                    "  %-10s %s%n", name, beans.getBeanDefinition(name).getDescription());
        }
    }

    /** What the server does at its start, such as loading the demo company, or goes on doing beside requests. */
    private static void withoutWorkOfTheServer(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> {
            for (var runner : beans.getBeanNamesForType(ApplicationRunner.class, false, false)) {
                ((BeanDefinitionRegistry) beans).removeBeanDefinition(runner);
            }
            // Nobody hears that "the product" has started.
            if (beans.containsBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME)) {
                ((BeanDefinitionRegistry) beans)
                        .removeBeanDefinition(AnnotationConfigUtils.EVENT_LISTENER_PROCESSOR_BEAN_NAME);
            }
            // Spring wakes some kinds of beans although all are lazy.
            for (var name : beans.getBeanDefinitionNames()) {
                if (isOurs(beans.getBeanDefinition(name))) {
                    beans.getBeanDefinition(name).setLazyInit(true);
                }
            }
        });
    }

    private static boolean isOurs(BeanDefinition definition) {
        var type = definition.getBeanClassName();
        return type != null && type.startsWith("zhangfa.");
    }
}
