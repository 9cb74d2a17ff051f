package zhangfa.process.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import zhangfa.api.SignedIn;
import zhangfa.identity.Account;
import zhangfa.process.Readership;

/** Who was shown a case and has read it, and watching it. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class ReadershipApi {

    private final Readership readership;
    private final Shapes shapes;

    ReadershipApi(Readership readership, Shapes shapes) {
        this.readership = readership;
        this.shapes = shapes;
    }

    @GetMapping("/copies")
    @SignedIn
    Map<String, List<Map<String, @Nullable Object>>> copies(@PathVariable UUID id, Account who) {
        return Map.of(
                "items", readership.copies(who, id).stream().map(this::shape).toList());
    }

    private Map<String, @Nullable Object> shape(Readership.Copy copy) {
        var shape = new LinkedHashMap<String, @Nullable Object>();
        shape.put("person", shapes.person(copy.person()));
        shape.put("by", shapes.person(copy.by()));
        shape.put("at", copy.at());
        shape.put("read_at", copy.readAt());
        return shape;
    }

    /** Whoever is in copy says that they have read the case. */
    @PostMapping("/actions/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SignedIn
    void read(@PathVariable UUID id, Account who) {
        readership.copies(who, id);
        readership.read(who, id);
    }

    @PostMapping("/actions/watch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SignedIn
    void watch(@PathVariable UUID id, Account who) {
        readership.watch(who, id, true);
    }

    @PostMapping("/actions/unwatch")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @SignedIn
    void unwatch(@PathVariable UUID id, Account who) {
        readership.watch(who, id, false);
    }
}
