package zhangfa;

import java.lang.management.ManagementFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on a line of its own that the product is ready, and where: people read it and scripts wait for it. */
@Component
class Readiness {

    private final String address;

    Readiness(@Value("${server.address}") String address) {
        this.address = address;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            System.out.printf(
                    "Started in %.1f s%n", ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
            System.out.printf(
                    "Zhangfa is ready at http://%s:%d%n",
                    address, context.getWebServer().getPort());
            System.out.flush();
        }
    }
}
