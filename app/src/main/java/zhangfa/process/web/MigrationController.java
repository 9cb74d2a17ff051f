package zhangfa.process.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.Idempotency;
import zhangfa.api.Listing;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.Migrations;
import zhangfa.process.Migrations.Blocked;
import zhangfa.process.Migrations.Plan;

/** Versions by which cases run, and taking them over to another one; for the owner of the process. */
@RestController
@RequestMapping("/api/v1/processes/{key}")
class MigrationController {

    private final Migrations migrations;

    MigrationController(Migrations migrations) {
        this.migrations = migrations;
    }

    /** {@code mapping} names by old id what follows on an element; others keep their ids. */
    record Wanted(
            int from,
            int to,
            @Nullable Map<String, String> mapping,
            @Nullable String comment) {

        Plan plan(String process) {
            return new Plan(process, from, to, mapping == null ? Map.of() : mapping);
        }
    }

    /** A case that stays, and why. */
    record Stays(@JsonProperty("case") Of of, List<String> reasons) {

        static Stays of(Blocked blocked) {
            return new Stays(new Of(blocked.caseId(), blocked.number(), blocked.title()), blocked.reasons());
        }
    }

    /** A case, as far as a list names it. */
    record Of(UUID id, String number, String title) {}

    @GetMapping("/versions")
    @SignedIn
    Listing<Migrations.Version> versions(@PathVariable String key, Account who) {
        return new Listing<>(migrations.versions(who, key), null);
    }

    /** With {@code dry_run=true} it only says what would come of it. */
    @PostMapping("/migrations")
    @SignedIn
    ResponseEntity<Map<String, Object>> begin(
            @PathVariable String key,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dry,
            @RequestBody Wanted wanted,
            @RequestAttribute(name = Idempotency.COMMAND, required = false) @Nullable UUID command,
            Account who) {
        if (dry) {
            var preview = migrations.preview(who, wanted.plan(key));
            return ResponseEntity.ok(Map.of(
                    "total", preview.total(),
                    "movable", preview.movable(),
                    "blocked", stay(preview.blocked())));
        }
        var comment = wanted.comment() == null ? "" : wanted.comment();
        var id = migrations.begin(who, wanted.plan(key), comment, command);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(Map.of("id", id));
    }

    @GetMapping("/migrations/{id}")
    @SignedIn
    Map<String, Object> progress(@PathVariable String key, @PathVariable UUID id, Account who) {
        var progress = migrations.progress(who, id);
        return Map.of(
                "id", progress.id(),
                "process", progress.process(),
                "from", progress.from(),
                "to", progress.to(),
                "total", progress.total(),
                "moved", progress.moved(),
                "refused", progress.refused(),
                "blocked", stay(progress.blocked()),
                "finished", progress.isFinished());
    }

    private static List<Stays> stay(List<Blocked> blocked) {
        return blocked.stream().map(Stays::of).toList();
    }
}
