package zhangfa.work.template;

import java.util.List;
import zhangfa.work.template.Template.StepLine;

/**
 * A template on the page.
 *
 * @param place where its process is: empty while nobody adopted it
 */
public record TemplateRow(
        String key, String icon, String name, String purpose, List<StepLine> steps, List<String> fields, String place) {

    public boolean isFree() {
        return place.isEmpty();
    }
}
