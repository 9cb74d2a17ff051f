package zhangfa.work.expert;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import zhangfa.api.May;
import zhangfa.api.Refusal;
import zhangfa.identity.Permission;
import zhangfa.process.Processes;
import zhangfa.work.design.DesignDesk;

/** Two versions of a process side by side, or a version and what lies on the drawing board. */
@Controller
@RequestMapping("/designs/{process}")
class ComparisonController {

    private static final int BOARD = 0;

    private final Processes processes;
    private final DesignDesk desk;

    ComparisonController(Processes processes, DesignDesk desk) {
        this.processes = processes;
        this.desk = desk;
    }

    /** Without numbers what lies on the board beside the version in force, or that one beside the one before. */
    @GetMapping("/comparison")
    @May(Permission.PROCESS_PUBLISH)
    String compare(
            @PathVariable String process,
            @RequestParam(required = false) @Nullable Integer before,
            @RequestParam(required = false) @Nullable Integer after,
            Model model) {
        var summary = processes.find(process).orElseThrow(Refusal::notThere);
        var drawn = desk.keys().contains(process);
        var newer = after != null ? after : drawn ? BOARD : summary.version();
        var older = before != null ? before : newer == BOARD ? summary.version() : Math.max(1, summary.version() - 1);
        var versions = IntStream.rangeClosed(1, summary.version()).boxed().toList();
        model.addAttribute(
                "comparison",
                new Comparison(
                        process,
                        summary.name(),
                        older,
                        newer,
                        versions,
                        ModelDifference.between(model(process, older, versions), model(process, newer, versions))));
        model.addAttribute("drawn", drawn);
        return "work/expert/comparison";
    }

    @GetMapping(path = "/versions/{version}/model", produces = MediaType.APPLICATION_XML_VALUE)
    @May(Permission.PROCESS_PUBLISH)
    @ResponseBody
    String version(@PathVariable String process, @PathVariable int version) {
        var newest = processes.find(process).orElseThrow(Refusal::notThere).version();
        return model(process, version, IntStream.rangeClosed(1, newest).boxed().toList());
    }

    private String model(String process, int version, List<Integer> versions) {
        if (version == BOARD) {
            return desk.find(process).content().bpmn();
        }
        if (!versions.contains(version)) {
            throw Refusal.notThere();
        }
        return processes.bpmn(process, version);
    }
}
