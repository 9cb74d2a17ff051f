package zhangfa.work.expert;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import zhangfa.api.Words;
import zhangfa.process.Processes;
import zhangfa.work.design.Design;
import zhangfa.work.plan.PlanReading;

/** Looks a model over as its publication would, and says where each fault stands. */
@Component
class Inspection {

    private static final Pattern NAME = Pattern.compile("\\sname=\"([^\"]*)\"");
    private static final int LONGEST = 1_000_000;

    private final Processes processes;
    private final Words words;

    Inspection(Processes processes, Words words) {
        this.processes = processes;
        this.words = words;
    }

    /** Whether the text describes this process at all, finished or not. */
    static boolean isOf(String process, String bpmn) {
        return bpmn.length() <= LONGEST && process.equals(PlanReading.key(bpmn));
    }

    List<Remark> of(Design design, String bpmn) {
        if (!isOf(design.process(), bpmn)) {
            return List.of(new Remark(
                    design.process(),
                    design.process(),
                    0,
                    words.say("{work.design.no-model|" + design.process() + "}")));
        }
        var draft = new Processes.Draft(bpmn, design.content().form(), design.guide(), design.articles());
        return processes.check(draft).stream()
                .map(fault -> remark(fault.pointer(), words.say(fault.detail()), bpmn))
                .distinct()
                .toList();
    }

    private static Remark remark(String pointer, String reason, String bpmn) {
        var element = pointer.replaceFirst("^/", "");
        var tag = Pattern.compile("<[^<>]*\\sid=\"" + Pattern.quote(element) + "\"[^<>]*>")
                .matcher(bpmn);
        if (!tag.find()) {
            return new Remark(element, element, 0, reason);
        }
        var line = 1
                + (int) bpmn.substring(0, tag.start())
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
        var name = NAME.matcher(tag.group());
        return new Remark(element, name.find() ? plain(name, element) : element, line, reason);
    }

    private static String plain(Matcher name, String otherwise) {
        var text = name.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
        return text.isBlank() ? otherwise : text;
    }
}
