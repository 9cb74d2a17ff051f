package zhangfa.work.live;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.process.Reading;
import zhangfa.process.Watchers;

/** The open pages of everybody: each hears when its reader's lists change. */
@Component
class Live implements Watchers {

    private final Map<UUID, List<SseEmitter>> open = new ConcurrentHashMap<>();
    private final Executor sending = Executors.newVirtualThreadPerTaskExecutor();
    private final Reading reading;
    private final Accounts accounts;

    Live(Reading reading, Accounts accounts) {
        this.reading = reading;
        this.accounts = accounts;
    }

    /** A page that was just made shows what is; one that lost its connection may have missed something. */
    SseEmitter open(Account who, boolean again) {
        var emitter = new SseEmitter(0L);
        var mine = open.computeIfAbsent(who.id(), id -> new CopyOnWriteArrayList<>());
        mine.add(emitter);
        Runnable gone = () -> mine.remove(emitter);
        emitter.onCompletion(gone);
        emitter.onTimeout(gone);
        emitter.onError(error -> gone.run());
        tellCount(who, emitter);
        if (again) {
            write(emitter, SseEmitter.event().name("changed").data(""));
        }
        return emitter;
    }

    @Override
    public void changed(UUID caseId, Set<UUID> people) {
        for (var person : people) {
            if (open.containsKey(person)) {
                sending.execute(() -> tell(person));
            }
        }
    }

    /** Keeps proxies from closing quiet connections, and finds out which pages are gone. */
    @Scheduled(fixedDelay = 25_000)
    void keepAlive() {
        open.values()
                .forEach(emitters -> emitters.forEach(
                        emitter -> write(emitter, SseEmitter.event().comment("alive"))));
    }

    private void tell(UUID person) {
        accounts.withId(person)
                .ifPresent(who -> open.getOrDefault(person, List.of()).forEach(emitter -> send(who, emitter)));
    }

    private void send(Account who, SseEmitter emitter) {
        tellCount(who, emitter);
        write(emitter, SseEmitter.event().name("changed").data(""));
    }

    private void tellCount(Account who, SseEmitter emitter) {
        var count = reading.todos(who);
        write(
                emitter,
                SseEmitter.event()
                        .id("told")
                        .name("menu.inbox")
                        .data(count == 0 ? "" : count > 99 ? "99+" : Integer.toString(count)));
    }

    private static void write(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            emitter.complete();
        }
    }
}
