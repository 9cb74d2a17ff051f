package zhangfa.work.process;

import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import zhangfa.api.Refusal;
import zhangfa.api.SignedIn;
import zhangfa.api.Window;
import zhangfa.identity.Account;
import zhangfa.process.Processes;
import zhangfa.process.Reading;
import zhangfa.work.design.Boards;
import zhangfa.work.inbox.InboxRow;
import zhangfa.work.inbox.Rows;
import zhangfa.work.sheet.FieldList;

/** Shows processes to everybody: rules that people follow are no secret. */
@Controller
@RequestMapping("/processes/{key}")
class ProcessController {

    private static final int FEW = 5;

    private final Processes processes;
    private final Reading reading;
    private final Boards boards;
    private final Rows rows;

    ProcessController(Processes processes, Reading reading, Boards boards, Rows rows) {
        this.processes = processes;
        this.reading = reading;
        this.boards = boards;
        this.rows = rows;
    }

    @GetMapping
    @SignedIn
    String show(@PathVariable String key, Account who, Locale locale, Model model) {
        var summary = processes.find(key).orElseThrow(Refusal::notThere);
        var source = processes.source(key).orElseThrow(Refusal::notThere);
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
                                .toList(),
                        boards.way(source.bpmn(), source.form()),
                        processes.stepNames(key, summary.version()),
                        FieldList.of(source.form()).lines().stream()
                                .map(line -> line.name(locale))
                                .toList(),
                        open(key, who)));
        return "work/process/show";
    }

    private List<InboxRow> open(String key, Account who) {
        return reading.cases(who, new Reading.Filter("running", key, false), new Window(FEW, null)).items().stream()
                .map(rows::of)
                .toList();
    }

    @GetMapping(path = "/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    @SignedIn
    String bpmn(@PathVariable String key) {
        return processes.bpmn(key).orElseThrow(Refusal::notThere);
    }
}
