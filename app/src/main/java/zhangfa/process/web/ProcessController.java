package zhangfa.process.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;
import zhangfa.api.Listing;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.identity.Permission;
import zhangfa.process.Processes;
import zhangfa.process.Reading;
import zhangfa.process.definition.Definition;
import zhangfa.process.definition.Definitions;

/** Processes: what there are, how they go, and new ones by designers. */
@RestController
@RequestMapping("/api/v1/processes")
class ProcessController {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Processes processes;
    private final Definitions definitions;
    private final Reading reading;
    private final Shapes shapes;

    ProcessController(Processes processes, Definitions definitions, Reading reading, Shapes shapes) {
        this.processes = processes;
        this.definitions = definitions;
        this.reading = reading;
        this.shapes = shapes;
    }

    /** The forecast's question. */
    record Question(@Nullable JsonNode form) {}

    @GetMapping
    @SignedIn
    Listing<Processes.Summary> list(
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(name = "page_size", required = false) @Nullable Integer size,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "false") boolean count) {
        var window = Window.of(size, after, count);
        var all = processes.list().stream()
                .filter(process -> level == null || level.equals(process.level()))
                .filter(process -> category == null || category.equals(process.category()))
                .toList();
        var found = all.stream()
                .filter(process -> window.after() == null || process.key().compareTo(window.after()) > 0)
                .limit(window.rows())
                .toList();
        return Listing.of(found, window.size(), Processes.Summary::key).counted(window, all::size);
    }

    @GetMapping("/{key}")
    @SignedIn
    Map<String, @Nullable Object> show(@PathVariable String key) {
        var definition = current(key);
        var summary = processes.find(key).orElseThrow(Refusal::notThere);
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("key", key);
        shape.put("name", summary.name());
        shape.put("level", summary.level());
        shape.put("category", summary.category());
        shape.put("parent", summary.parent());
        shape.put("version", summary.version());
        shape.put("owner", summary.owner());
        shape.put("status", summary.status());
        shape.put("articles", definition.articles());
        shape.put("guide", definition.guide());
        shape.put("form", definition.form().source());
        shape.put("steps", processes.steps(key));
        shape.put("starts", processes.starts(key));
        shape.put("decisions", processes.decisions(key));
        return shape;
    }

    @GetMapping(path = "/{key}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @SignedIn
    String bpmn(@PathVariable String key) {
        return current(key).bpmn();
    }

    @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    @May(Permission.PROCESS_PUBLISH)
    Map<String, Object> handIn(
            @RequestBody String xml, @RequestParam(defaultValue = "false") boolean publish, Account who) {
        return handIn(xml, List.of(), publish, who);
    }

    /** A model with the decision tables that its business-rule tasks name. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @May(Permission.PROCESS_PUBLISH)
    Map<String, Object> handIn(
            @RequestPart("model") MultipartFile model,
            @RequestPart(name = "decision", required = false) @Nullable List<MultipartFile> decisions,
            @RequestParam(defaultValue = "false") boolean publish,
            Account who)
            throws IOException {
        var tables = new ArrayList<String>();
        for (var file : decisions == null ? List.<MultipartFile>of() : decisions) {
            tables.add(text(file));
        }
        return handIn(text(model), tables, publish, who);
    }

    private Map<String, Object> handIn(String model, List<String> decisions, boolean publish, Account who) {
        var draft = new Processes.Draft(
                unmarked(model),
                null,
                null,
                List.of(),
                decisions.stream().map(ProcessController::unmarked).toList());
        var version = processes.handIn(draft, publish, who.id());
        return Map.of("key", version.key(), "version", version.version());
    }

    private static String text(MultipartFile file) throws IOException {
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }

    private static String unmarked(String xml) {
        return xml.startsWith(BYTE_ORDER_MARK) ? xml.substring(1) : xml;
    }

    @PostMapping("/{key}/forecast")
    @SignedIn
    List<Map<String, @Nullable Object>> forecast(
            @PathVariable String key, @RequestBody Question question, Account who) {
        return reading.forecast(who, key, Forms.fields(question.form())).stream()
                .map(shapes::expected)
                .toList();
    }

    private Definition current(String key) {
        return definitions.current(key).orElseThrow(Refusal::notThere);
    }
}
