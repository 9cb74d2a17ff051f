package zhangfa.notification;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import zhangfa.identity.Account;
import zhangfa.identity.Accounts;
import zhangfa.ui.MenuEntry;
import zhangfa.ui.Reader;

/** The open pages of everybody on this node: each hears when its reader's lists change, and what its badges count then. */
@Component
public class OpenPages {

    private final Map<UUID, List<SseEmitter>> open = new ConcurrentHashMap<>();
    private final Executor sending = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjectProvider<MenuEntry> places;
    private final Accounts accounts;

    OpenPages(ObjectProvider<MenuEntry> places, Accounts accounts) {
        this.places = places;
        this.accounts = accounts;
    }

    /** A page that was just made shows what is; one that lost its connection may have missed something. */
    public SseEmitter open(Account who, boolean again) {
        var emitter = new SseEmitter(0L);
        var mine = open.computeIfAbsent(who.id(), id -> new CopyOnWriteArrayList<>());
        mine.add(emitter);
        Runnable gone = () -> mine.remove(emitter);
        emitter.onCompletion(gone);
        emitter.onTimeout(gone);
        emitter.onError(error -> gone.run());
        tellCounts(who, emitter);
        if (again) {
            write(emitter, SseEmitter.event().name("changed").data(""));
        }
        return emitter;
    }

    /** To be called inside a transaction that changes what these people's lists show. */
    public void tellAfterCommit(Collection<UUID> people) {
        var telling = TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Telling.class::isInstance)
                .map(Telling.class::cast)
                .findFirst()
                .orElseGet(this::newTelling);
        telling.people.addAll(people);
    }

    private Telling newTelling() {
        var telling = new Telling();
        TransactionSynchronizationManager.registerSynchronization(telling);
        return telling;
    }

    /** Whom one transaction concerns: each is told once. */
    private final class Telling implements TransactionSynchronization {

        private final Set<UUID> people = new HashSet<>();

        @Override
        public void afterCommit() {
            people.stream().filter(open::containsKey).forEach(person -> sending.execute(() -> tell(person)));
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
                .ifPresent(who -> open.getOrDefault(person, List.of()).forEach(emitter -> {
                    tellCounts(who, emitter);
                    write(emitter, SseEmitter.event().name("changed").data(""));
                }));
    }

    private void tellCounts(Account who, SseEmitter emitter) {
        var reader = new Reader(who.id(), who.username(), who.name(), who.permissions());
        places.stream()
                .map(entry -> entry.placeFor(reader))
                .filter(place -> place.count() != null)
                .forEach(place -> write(
                        emitter, SseEmitter.event().id("told").name(place.key()).data(place.badge())));
    }

    private static void write(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            emitter.complete();
        }
    }
}
