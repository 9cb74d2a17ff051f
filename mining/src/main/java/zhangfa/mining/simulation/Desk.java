package zhangfa.mining.simulation;

import static zhangfa.mining.time.Shifts.NEVER;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who does what when: work waits in the order in which it could begin, and is taken by the free person on duty who has
 * been free for longest.
 */
final class Desk {

    private final Agenda agenda;
    private final Consumer<Job> done;
    private final Map<String, Clerk> clerks = new HashMap<>();
    private final Map<Set<String>, Queue> queues = new HashMap<>();

    /** Work for the same people. */
    private record Queue(ArrayDeque<Job> jobs, List<Clerk> clerks) {

        @Nullable
        Job first() {
            while (!jobs.isEmpty() && jobs.element().isDropped()) {
                jobs.remove();
            }
            return jobs.peek();
        }
    }

    /** Somebody at work or free. */
    static final class Clerk {

        private final Person person;
        private final List<Queue> queues = new ArrayList<>();
        private boolean free = true;
        private long freeSince = Long.MIN_VALUE;
        private boolean woken;
        private long worked;

        Clerk(Person person) {
            this.person = person;
        }

        Person person() {
            return person;
        }

        long worked() {
            return worked;
        }

        private boolean isOnDuty(long now) {
            return person.shifts().next(now) == now;
        }
    }

    /** @param done is told of each job when it is done */
    Desk(Agenda agenda, Collection<Person> people, Collection<Work> works, Consumer<Job> done) {
        this.agenda = agenda;
        this.done = done;
        people.forEach(person -> clerks.put(person.name(), new Clerk(person)));
        for (var work : works) {
            if (!work.people().isEmpty()) {
                queues.computeIfAbsent(work.people(), this::queue);
            }
        }
    }

    private Queue queue(Set<String> names) {
        var members = names.stream().sorted().map(clerks::get).toList();
        var queue = new Queue(new ArrayDeque<>(), members);
        members.forEach(clerk -> clerk.queues.add(queue));
        return queue;
    }

    Collection<Clerk> clerks() {
        return clerks.values();
    }

    /** Lets somebody do a job as soon as may be; a job for nobody just takes its time. */
    void ask(Job job, Set<String> people) {
        if (people.isEmpty()) {
            agenda.at(agenda.now() + job.duration(), () -> finish(job));
            return;
        }
        var queue = queues.get(people);
        if (queue == null) {
            throw new IllegalArgumentException("Nobody is there for " + people);
        }
        Clerk best = null;
        for (var clerk : queue.clerks) {
            if (clerk.free && (best == null || clerk.freeSince < best.freeSince) && clerk.isOnDuty(agenda.now())) {
                best = clerk;
            }
        }
        if (best != null) {
            begin(job, best);
        } else {
            queue.jobs.add(job);
            queue.clerks.stream().filter(clerk -> clerk.free).forEach(this::wake);
        }
    }

    /** Ends jobs that the case has no need of any more. */
    void drop(List<Job> jobs) {
        for (var job : jobs) {
            job.drop();
            var clerk = job.clerk();
            if (clerk != null) {
                var now = agenda.now();
                clerk.worked -= job.duration() - clerk.person.shifts().between(job.started(), now);
                free(clerk);
            }
        }
    }

    private void begin(Job job, Clerk clerk) {
        clerk.free = false;
        clerk.worked += job.duration();
        job.begin(agenda.now(), clerk);
        var end = clerk.person.shifts().after(agenda.now(), job.duration());
        if (end != NEVER) {
            agenda.at(end, () -> finish(job));
        }
    }

    private void finish(Job job) {
        if (job.isDropped()) {
            return;
        }
        done.accept(job);
        var clerk = job.clerk();
        if (clerk != null) {
            free(clerk);
        }
    }

    private void free(Clerk clerk) {
        clerk.free = true;
        clerk.freeSince = agenda.now();
        serve(clerk);
    }

    /** Takes the work that could begin first of all that this person may do. */
    private void serve(Clerk clerk) {
        Queue longest = null;
        Job first = null;
        for (var queue : clerk.queues) {
            var next = queue.first();
            if (next != null && (first == null || next.enabled() < first.enabled())) {
                longest = queue;
                first = next;
            }
        }
        if (first == null || longest == null) {
            return;
        }
        if (clerk.isOnDuty(agenda.now())) {
            longest.jobs.remove();
            begin(first, clerk);
        } else {
            wake(clerk);
        }
    }

    /** Somebody off duty looks for work when the next shift begins. */
    private void wake(Clerk clerk) {
        var next = clerk.person.shifts().next(agenda.now());
        if (!clerk.woken && next != NEVER) {
            clerk.woken = true;
            agenda.at(next, () -> {
                clerk.woken = false;
                if (clerk.free) {
                    serve(clerk);
                }
            });
        }
    }
}
