package zhangfa;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The product: one process that serves one company. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Zhangfa {

    public static void main(String[] arguments) {
        SpringApplication.run(Zhangfa.class, arguments);
    }
}
