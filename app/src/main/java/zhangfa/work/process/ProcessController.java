package zhangfa.work.process;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.process.Processes;

/** Shows processes to everybody: rules that people follow are no secret. */
@Controller
@RequestMapping("/processes/{key}")
class ProcessController {

    private final Processes processes;

    ProcessController(Processes processes) {
        this.processes = processes;
    }

    @GetMapping
    @SignedIn
    String show(@PathVariable String key, Model model) {
        var summary = processes.find(key).orElseThrow(Refusal::notThere);
        model.addAttribute(
                "process",
                new ProcessPage(
                        key,
                        summary.name(),
                        summary.version(),
                        summary.startable(),
                        Processes.articlesOf(processes.describe(key).articles()),
                        processes.starts(key),
                        processes.decisions(key).stream()
                                .map(ProcessPage.Table::of)
                                .toList()));
        return "work/process/show";
    }

    @GetMapping(path = "/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    @SignedIn
    String bpmn(@PathVariable String key) {
        return processes.bpmn(key).orElseThrow(Refusal::notThere);
    }
}
