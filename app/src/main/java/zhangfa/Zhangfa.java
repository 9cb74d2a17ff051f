package zhangfa;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The product: one process that serves one company. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Zhangfa {

    public static void main(String[] arguments) {
        SpringApplication.run(Zhangfa.class, arguments);
    }
}
