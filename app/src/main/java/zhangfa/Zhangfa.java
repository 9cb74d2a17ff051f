package zhangfa;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;
import zhangfa.command.CommandLine;

/** The product: one process that serves one company, or does one command and ends. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableScheduling
public class Zhangfa {

    public static void main(String[] arguments) {
        if (CommandLine.isMeantBy(arguments)) {
            System.exit(CommandLine.run(Zhangfa.class, arguments));
        }
        SpringApplication.run(Zhangfa.class, arguments);
    }
}
