package zhangfa.process.run;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.PlainText;
import zhangfa.api.Refusal;
import zhangfa.database.Keys;
import zhangfa.flow.FlowStart.Kind;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.job.Job;
import zhangfa.job.Jobs;
import zhangfa.journal.Happening;
import zhangfa.journal.Journal;
import zhangfa.process.Messages;
import zhangfa.process.Ownership;

/** Where messages and signals from outside come in: checks who sends them and which cases they may reach. */
@Component
class MessageDesk implements Messages {

    private static final int LONGEST = 200;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Courier courier;
    private final Subscriptions subscriptions;
    private final Beginnings beginnings;
    private final Ownership ownership;
    private final Runs runs;
    private final Jobs jobs;
    private final Journal journal;

    MessageDesk(
            Courier courier,
            Subscriptions subscriptions,
            Beginnings beginnings,
            Ownership ownership,
            Runs runs,
            Jobs jobs,
            Journal journal) {
        this.courier = courier;
        this.subscriptions = subscriptions;
        this.beginnings = beginnings;
        this.ownership = ownership;
        this.runs = runs;
        this.jobs = jobs;
        this.journal = journal;
    }

    @Override
    public Taken deliver(Account who, Incoming message) {
        check("/name", message.name());
        if (message.key() != null) {
            check("/key", message.key());
        }
        return courier.deliver(message, within(who), runs.said(who, message.command(), null, message.form()));
    }

    @Override
    @Transactional
    public Sent signal(Account who, String name, @Nullable UUID command) {
        check("/name", name);
        var within = within(who);
        var call = new Broadcast.Call(name, runs.now(), null, who.id(), within);
        var id = command == null ? Keys.next() : command;
        var data = JSON.writeValueAsString(call);
        jobs.schedule(new Job(Broadcast.KIND, id.toString(), call.at(), data));
        journal.append("system", "1", new Happening(call.at(), who.id(), null, "signal_sent", null, null, data));
        var begun = beginnings.startedBy(Kind.SIGNAL, name, within).size();
        return new Sent(id, subscriptions.countListeners(name, call.at(), within) + begun);
    }

    private static void check(String field, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw Refusal.invalid(field, text.isBlank() ? "{form.required}" : "{form.maxLength|" + LONGEST + "}");
        }
        if (!PlainText.is(text)) {
            throw Refusal.invalid(field, "{api.characters}");
        }
    }

    /** Whose cases this account may reach: all where it is null. */
    private @Nullable List<String> within(Account who) {
        if (who.may(Permission.MESSAGE_SEND)) {
            return null;
        }
        var owned = ownership.of(who.id());
        if (owned.isEmpty()) {
            throw Refusal.notAllowed();
        }
        return owned;
    }
}
