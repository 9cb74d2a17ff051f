package zhangfa;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A start that ends by itself after a few pages, for the JVM to learn what a real start loads (see bin/lib/build.sh). */
@Component
@ConditionalOnBooleanProperty("zhangfa.rehearsal")
class Rehearsal {

    private static final List<String> PAGES = List.of("/", "/login", "/actuator/health", "/api/v1/me");

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void play(ApplicationReadyEvent ready) throws IOException, InterruptedException {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            try (var visitor = HttpClient.newHttpClient()) {
                for (var page : PAGES) {
                    var address = "http://127.0.0.1:%d%s"
                            .formatted(context.getWebServer().getPort(), page);
                    visitor.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
                }
            }
            Thread.ofPlatform().name("rehearsal-end").start(() -> System.exit(0));
        }
    }
}
