package zhangfa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;

/** Writes a large rulebook: ten books of ten chapters of ten sections of twenty articles, each section with a folder that carries it out. */
final class Shelf {

    static final int SECTIONS = 1000;
    static final int ARTICLES = 20_000;

    private static final int TEN = 10;
    private static final int ARTICLES_OF_A_SECTION = 20;

    private static final String PROCESS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zhangfa="urn:zhangfa:bpmn:1" targetNamespace="bench">
              <bpmn:process id="KEY" name="第 KEY 号流程" isExecutable="true" zhangfa:owner="position:process-designer">
                <bpmn:startEvent id="begun"/>
                <bpmn:userTask id="check" name="核对" zhangfa:kind="work"><bpmn:extensionElements>
                  <zhangfa:assignment strategy="position" position="process-designer"/><zhangfa:limit duration="P3D"/></bpmn:extensionElements></bpmn:userTask>
                <bpmn:userTask id="approval" name="审批" zhangfa:kind="approval"><bpmn:extensionElements>
                  <zhangfa:assignment strategy="position" position="operations-manager"/><zhangfa:limit duration="P2D"/></bpmn:extensionElements></bpmn:userTask>
                <bpmn:endEvent id="done"/>
                <bpmn:sequenceFlow id="a" sourceRef="begun" targetRef="check"/>
                <bpmn:sequenceFlow id="b" sourceRef="check" targetRef="approval"/>
                <bpmn:sequenceFlow id="c" sourceRef="approval" targetRef="done"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String FORM = """
            {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["title"],
             "properties": {"title": {"type": "string", "minLength": 1, "maxLength": 120}}}
            """;

    private static final String GUIDE = """
            # 第 KEY 号流程

            写明事由，核对后审批。

            ## initiator 提出

            写明事由。

            ## check 核对

            逐项核对。

            ## approval 审批

            看核对的结果。
            """;

    private static final String CONTROLS = """
            controls:
              - key: KEY-late
                title: {zh-CN: "KEY 逾期未办", zh-TW: "KEY 逾期未辦", en: "KEY late"}
                severity: major
                cadence: daily
                owner: position:process-designer
                query: |
                  select c.id as case_id, c.number, t.due_at from fact.task t join fact.case c on c.id = t.case_id
                  where c.process = 'KEY' and t.status = 'open' and t.due_at < now()
            """;

    private static final String OBLIGATIONS = """
            obligations:
              - key: KEY-review
                title: {zh-CN: "复核 KEY", zh-TW: "覆核 KEY", en: "Review KEY"}
                owner: position:process-designer
                every: month
                workday: DAY
            """;

    private static final String REGISTERS = """
            registers:
              - key: bench_NUMBER
                name: 第 NUMBER 号台账
                prefix: BNUMBER-
                writers: [process-designer]
                fields:
                  - {key: title, name: 事项, kind: text, required: true}
                states:
                  - {key: open, name: 在办, category: open}
                  - {key: closed, name: 办结, category: done}
            """;

    private Shelf() {}

    /** Into an empty folder. */
    static void write(Path folder) throws IOException {
        for (int book = 0; book < TEN; book++) {
            var key = "K" + book;
            put(folder.resolve(key).resolve("rulebook.yaml"), book(key));
            for (int place = 0; place < TEN * TEN; place++) {
                var section = "%s.%d.%d".formatted(key, place / TEN + 1, place % TEN + 1);
                section(folder.resolve(key).resolve("s" + place), key, section, book * TEN * TEN + place);
            }
        }
    }

    private static String book(String key) {
        var text = new StringBuilder("rulebook: %s%n".formatted(key.toLowerCase(Locale.ROOT)));
        text.append("title: ").append(words("第 " + key + " 部制度", key)).append('\n');
        text.append("scope: ").append(words("全体员工", "Everyone")).append("\nchapters:\n");
        for (int chapter = 1; chapter <= TEN; chapter++) {
            head(text, "  ", key + "." + chapter, chapter + "、", "章");
            text.append("    sections:\n");
            for (int section = 1; section <= TEN; section++) {
                var id = "%s.%d.%d".formatted(key, chapter, section);
                head(text, "      ", id, "（" + section + "）", "节");
                text.append("        articles:\n");
                for (int article = 1; article <= ARTICLES_OF_A_SECTION; article++) {
                    head(text, "          ", id + "." + article, article + ".", "条 经办人在规定时间内提交材料并留存记录");
                    text.append("            clauses:\n              - id: ")
                            .append(id)
                            .append('.')
                            .append(article);
                    text.append("\n                title: ")
                            .append(words("三日内核对", "Within three days"))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static void head(StringBuilder text, String indent, String id, String number, String words) {
        text.append(indent).append("- id: ").append(id).append('\n');
        text.append(indent).append("  number: \"").append(number).append("\"\n");
        text.append(indent)
                .append("  title: ")
                .append(words(id + " " + words, "Part " + id))
                .append('\n');
    }

    private static void section(Path folder, String book, String section, int number) throws IOException {
        var key = "bench-" + number;
        put(folder.resolve("section.yaml"), carriedOut(book, section, key));
        put(folder.resolve("process.bpmn"), PROCESS.replace("KEY", key));
        put(folder.resolve("form.json"), FORM);
        for (var guide : new String[] {"guide.md", "guide.zh-TW.md", "guide.en.md"}) {
            put(folder.resolve(guide), GUIDE.replace("KEY", key));
        }
        put(folder.resolve("controls.yaml"), CONTROLS.replace("KEY", key));
        put(
                folder.resolve("obligations.yaml"),
                OBLIGATIONS.replace("KEY", key).replace("DAY", String.valueOf(number % TEN + 1)));
        if (number % TEN == 0) {
            put(folder.resolve("registers.yaml"), REGISTERS.replace("NUMBER", String.valueOf(number)));
        }
    }

    private static String carriedOut(String book, String section, String key) {
        var text = new StringBuilder(
                """
                section: %s
                rulebook: %s
                title: %s
                owner: position:process-designer
                process: %s
                articles:
                """.formatted(key, book.toLowerCase(Locale.ROOT), words("第 " + section + " 节", section), key));
        IntStream.rangeClosed(1, ARTICLES_OF_A_SECTION)
                .forEach(article -> text.append(
                        """
                  - id: %1$s.%2$d
                    text: %3$s
                    clauses:
                      - id: %1$s.%2$d
                        steps: [check, approval]
                        controls: [%4$s-late]
                        obligations: [%4$s-review]
                        duties:
                          - {who: "position:process-designer", step: check, does: %3$s, by: %3$s, evidence: %3$s}
                """.formatted(section, article, words("核对第 " + article + " 项", "Check item " + article), key)));
        return text.toString();
    }

    private static String words(String chinese, String english) {
        return "{zh-CN: \"%1$s\", zh-TW: \"%1$s\", en: \"%2$s\"}".formatted(chinese, english);
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
