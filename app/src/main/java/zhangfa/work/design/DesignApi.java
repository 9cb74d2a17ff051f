package zhangfa.work.design;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.Words;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.work.design.Design.Content;
import zhangfa.work.plan.PlanReading;
import zhangfa.work.plan.PlanReading.Unshown;

/** Designs for programs. What changes one names in {@code If-Match} the revision that it has seen; a stale one is refused with 409. */
@RestController
@RequestMapping("/api/v1/designs")
class DesignApi {

    private static final int LONGEST = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DesignDesk desk;
    private final Findings findings;
    private final Words words;

    DesignApi(DesignDesk desk, Findings findings, Words words) {
        this.desk = desk;
        this.findings = findings;
        this.words = words;
    }

    /** A new process by its name, or a published one by its key. */
    record Wish(@Nullable String name, @Nullable String process) {}

    /** The model as BPMN 2.0 XML, and the form as JSON Schema. */
    record Drawn(@Nullable String bpmn, @Nullable JsonNode form) {}

    record Shape(
            String process,
            int revision,
            @Nullable Integer base,
            String bpmn,
            @Nullable JsonNode form,
            List<Finding> findings,
            List<Unshown> unshown) {}

    @GetMapping
    @May(Permission.PROCESS_PUBLISH)
    List<DesignRow> list() {
        return desk.all().stream().map(DesignRow::of).toList();
    }

    @PostMapping
    @May(Permission.PROCESS_PUBLISH)
    ResponseEntity<Shape> begin(@RequestBody Wish wish, Account who) {
        if (wish.process() == null) {
            return shape(desk.begin(wish.name() == null ? "" : wish.name(), who), HttpStatus.CREATED);
        }
        desk.open(wish.process(), who);
        return shape(wish.process(), HttpStatus.CREATED);
    }

    @GetMapping("/{process}")
    @May(Permission.PROCESS_PUBLISH)
    ResponseEntity<Shape> show(@PathVariable String process) {
        return shape(process, HttpStatus.OK);
    }

    @PutMapping("/{process}")
    @May(Permission.PROCESS_PUBLISH)
    ResponseEntity<Shape> change(
            @PathVariable String process,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            @RequestBody Drawn drawn,
            Account who) {
        var revision = revision(seen);
        desk.find(process);
        var form = drawn.form() == null || drawn.form().isNull() ? null : drawn.form();
        if (form != null && !form.isObject()) {
            throw Refusal.invalid("/form", "{work.design.no-schema}");
        }
        desk.change(
                process,
                revision,
                new Content(model(process, drawn.bpmn()), form == null ? null : form.toString()),
                who);
        return shape(process, HttpStatus.OK);
    }

    @PostMapping("/{process}/actions/{action}")
    @May(Permission.PROCESS_PUBLISH)
    ResponseEntity<?> act(
            @PathVariable String process,
            @PathVariable String action,
            @RequestHeader(name = "If-Match", required = false) @Nullable String seen,
            Account who) {
        var revision = revision(seen);
        switch (action) {
            case "undo" -> desk.undo(process, revision, who);
            case "redo" -> desk.redo(process, revision, who);
            case "discard" -> {
                desk.discard(process, revision, who);
                return ResponseEntity.noContent().build();
            }
            case "publish" -> {
                return ResponseEntity.ok(new Published(process, desk.publish(process, revision, who)));
            }
            default -> throw Refusal.notThere();
        }
        return shape(process, HttpStatus.OK);
    }

    record Published(String key, int version) {}

    private ResponseEntity<Shape> shape(String process, HttpStatus status) {
        var design = desk.find(process);
        var said = findings.of(design).stream()
                .map(one -> new Finding(one.element(), words.say(one.words()), one.hinders()))
                .toList();
        var form = design.content().form();
        return ResponseEntity.status(status)
                .eTag(Integer.toString(design.revision()))
                .body(new Shape(
                        process,
                        design.revision(),
                        design.base(),
                        design.content().bpmn(),
                        form == null ? null : JSON.readTree(form),
                        said,
                        design.reading().unshown()));
    }

    private static int revision(@Nullable String seen) {
        return Optional.ofNullable(seen)
                .map(tag -> tag.replace("\"", ""))
                .filter(tag -> tag.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .orElseThrow(() -> Refusal.malformed("{work.design.if-match}"));
    }

    /** One of this process, as far as it goes; whether it can be published is another question. */
    private static String model(String process, @Nullable String bpmn) {
        if (bpmn != null && bpmn.length() <= LONGEST && process.equals(PlanReading.key(bpmn))) {
            return bpmn;
        }
        throw Refusal.invalid("/bpmn", "{work.design.no-model|" + process + "}");
    }
}
