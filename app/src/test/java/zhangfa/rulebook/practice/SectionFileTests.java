package zhangfa.rulebook.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import zhangfa.rulebook.source.SourceFault;

class SectionFileTests {

    private static final Map<String, String> FILES = Map.of(
            "section.yaml",
            """
            section: leave
            rulebook: rules
            title: {zh-CN: 请假, zh-TW: 請假, en: Leave}
            owner: position:hr-head
            process: leave
            articles:
              - id: X.1.1
                text: {zh-CN: 先批后休, zh-TW: 先核後休, en: Ask first}
                clauses:
                  - id: X.1.1a
                    steps: [approval]
                    controls: [leave-unapproved]
                    duties:
                      - who: unit-head
                        step: approval
                        does: {zh-CN: 审批, zh-TW: 簽核, en: Decides}
                        by: {zh-CN: 当日, zh-TW: 當日, en: Same day}
                        evidence: {zh-CN: 意见, zh-TW: 意見, en: Opinion}
            """,
            "process.bpmn",
            "<definitions/>",
            "form.json",
            "{}",
            "guide.md",
            "# 请假\n\n先看这里。\n\n## approval 审批\n\n看理由。\n",
            "guide.zh-TW.md",
            "# 請假\n\n先看這裡。\n\n## approval 簽核\n\n看理由。\n",
            "guide.en.md",
            "# Leave\n\nRead this first.\n\n## approval Approval\n\nLook at the reason.\n");

    @Test
    void aPracticeSaysWhoDoesWhatAtWhichStep() {
        var practice = read("section.yaml", "", "");
        var clause = practice.clause("X.1.1a").orElseThrow();
        assertThat(clause.duties()).extracting(Duty::who).containsExactly("unit-head");
        assertThat(practice.process().guideTo("approval").orElseThrow().title().english())
                .isEqualTo("Approval");
        assertThat(practice.process().introduction().simplified()).isEqualTo("先看这里。");
    }

    @Test
    void aStepThatTheGuideDoesNotDescribeIsRefused() {
        refused("section.yaml", "steps: [approval]", "steps: [payment]", "section.yaml:10: guide.md does not describe");
    }

    @Test
    void aControlThatIsNotDefinedIsRefused() {
        refused("section.yaml", "leave-unapproved", "leave-unheard-of", "no control leave-unheard-of");
    }

    @Test
    void aDutyThatNamesNobodyIsRefused() {
        refused("section.yaml", "who: unit-head", "who: someone", "\"someone\" names nobody");
    }

    @Test
    void anUnknownKeyIsRefusedWithItsLine() {
        refused("section.yaml", "owner:", "ownr: x\nowner:", "section.yaml:4: unknown key \"ownr\"");
    }

    @Test
    void guidesInAllLanguagesDescribeTheSameSteps() {
        refused("guide.en.md", "## approval", "## decision", "guide.en.md: describes the steps [decision]");
    }

    @Test
    void aFormThatIsNotJsonIsRefused() {
        refused("form.json", "{}", "{", "form.json:1:");
    }

    @Test
    void aFileThatNobodyKnowsIsRefused() {
        var files = new HashMap<>(FILES);
        files.put("notes.txt", "");
        assertThatThrownBy(() -> new SectionFolder("hr/leave", files))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining("hr/leave/notes.txt");
    }

    private static void refused(String file, String present, String instead, String why) {
        assertThatThrownBy(() -> read(file, present, instead))
                .isInstanceOf(SourceFault.class)
                .hasMessageContaining(why);
    }

    private static Practice read(String file, String present, String instead) {
        var files = new HashMap<>(FILES);
        assertThat(files.get(file)).contains(present);
        files.computeIfPresent(file, (name, text) -> text.replace(present, instead));
        return SectionFile.read(new SectionFolder("hr/leave", files), Set.of("leave-unapproved"), Set.of());
    }
}
