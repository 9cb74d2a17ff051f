package zhangfa.directory.contact;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.directory.provider.Providers;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;

/** Taking contacts in, for programs. */
@RestController
class ContactApi {

    private final ContactDesk desk;
    private final Providers providers;
    private final Words words;

    ContactApi(ContactDesk desk, Providers providers, Words words) {
        this.desk = desk;
        this.providers = providers;
        this.words = words;
    }

    /** {@code end} names those of the leavers, by username, whose accounts are to be shut. */
    record Body(@Nullable Set<String> end) {}

    /** What was done, or would be. */
    record Result(boolean dryRun, int unchanged, List<Line> differences, List<Gone> leavers) {}

    /** {@code kind} is found, join, link, update or unclear. */
    record Line(
            String kind,
            String name,
            String username,
            @Nullable String detail) {}

    /** Somebody who is not among the contacts any more. */
    record Gone(String username, String name) {}

    @PostMapping("/api/v1/providers/{id}/imports")
    @May(Permission.ORGANIZATION_MANAGE)
    Result take(
            @PathVariable UUID id,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable Body body,
            Account who) {
        var provider = providers.withId(id).orElseThrow(Refusal::notThere);
        var contacts = desk.fetch(provider);
        var planned = desk.plan(provider, contacts);
        if (dryRun) {
            return result(true, planned);
        }
        var named = body == null ? Set.<String>of() : Objects.requireNonNullElse(body.end(), Set.<String>of());
        var ending = planned.leavers().stream()
                .filter(leaver -> named.contains(leaver.username()))
                .map(Leaver::account)
                .collect(Collectors.toSet());
        return result(false, desk.take(provider, contacts, ending, who));
    }

    private Result result(boolean dryRun, Plan plan) {
        return new Result(
                dryRun,
                plan.unchanged(),
                Preview.said(plan, words).stream()
                        .map(line -> new Line(line.kind().key(), line.what(), line.as(), line.detail()))
                        .toList(),
                plan.leavers().stream()
                        .map(leaver -> new Gone(leaver.username(), leaver.name()))
                        .toList());
    }
}
