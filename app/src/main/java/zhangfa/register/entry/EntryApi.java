package zhangfa.register.entry;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Listing;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.register.schema.Register;
import zhangfa.register.schema.Registers;

/** The records of a register, for programs; people are named by username, linked records by number. */
@RestController
@RequestMapping("/api/v1/registers/{key}/records")
class EntryApi {

    private final Registers registers;
    private final Entries entries;
    private final EntryDesk desk;
    private final Typing typing;

    EntryApi(Registers registers, Entries entries, EntryDesk desk, Typing typing) {
        this.registers = registers;
        this.entries = entries;
        this.desk = desk;
        this.typing = typing;
    }

    /** A record to be added or changed; whoever changes one names the revision that they saw. */
    record Wish(
            @Nullable Integer revision,
            @Nullable String state,
            @Nullable Map<String, @Nullable Object> fields) {

        Map<String, String> written(Register register) {
            var written = new HashMap<String, String>();
            (fields == null ? Map.<String, @Nullable Object>of() : fields).forEach((name, value) -> {
                if (register.asked().stream().noneMatch(field -> field.key().equals(name))) {
                    throw Refusal.invalid("/fields/" + name, "{register.no-such-field}");
                }
                written.put(name, value == null ? "" : value.toString());
            });
            return written;
        }
    }

    /** A record. */
    record Shape(
            UUID id,
            String number,
            String state,
            int revision,
            Instant createdAt,
            Instant changedAt,
            Map<String, String> fields) {}

    /** {@code sort} is the key of a field, with a minus before it for the other way round. */
    @GetMapping
    @SignedIn
    Listing<Shape> list(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(name = "q", required = false) @Nullable String search,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            Account who) {
        var register = registers.read(key, who);
        var window = Window.of(size, after);
        var filter = Filter.of(register, state, search, sort, window.after());
        var rows = entries.list(register, filter, window.rows());
        return Listing.of(rows, window.size(), record -> record.id().toString()).map(record -> shape(register, record));
    }

    @PostMapping
    @SignedIn
    @ResponseStatus(HttpStatus.CREATED)
    Shape add(@PathVariable String key, @RequestBody Wish wish, Account who) {
        var register = registers.written(key, who);
        return show(key, desk.add(register, wish.written(register), wish.state(), who.id()), who);
    }

    @GetMapping("/{id}")
    @SignedIn
    Shape show(@PathVariable String key, @PathVariable UUID id, Account who) {
        var register = registers.read(key, who);
        return shape(register, entries.find(register, id).orElseThrow(Refusal::notThere));
    }

    @PutMapping("/{id}")
    @SignedIn
    Shape change(@PathVariable String key, @PathVariable UUID id, @RequestBody Wish wish, Account who) {
        var register = registers.written(key, who);
        var revision = wish.revision() == null ? 0 : wish.revision();
        desk.change(register, id, revision, wish.written(register), wish.state(), who.id());
        return show(key, id, who);
    }

    private Shape shape(Register register, Entry record) {
        return new Shape(
                record.id(),
                record.number(),
                record.state(),
                record.revision(),
                record.createdAt(),
                record.changedAt(),
                typing.typed(register, record.values()));
    }
}
