package zhangfa.rulebook.structure;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Manuscript.Role;

/** Proposes which lines are no part of the rules: what a document site wrote around them, page numbers, a table of contents. */
final class Boilerplate {

    private static final Pattern SITE = Pattern.compile(
            "_第\\d+页|已阅读\\d+页|免费阅读|下载(?:本)?文档|版权(?:说明|声明|所有)|文档简介|本站|温馨提示"
                    + "|(?:上传|下载)(?:者|用户)|用户上传|权益所有人|文库|举报|认领|压缩(?:文件|包)|winrar|office\\s?20|pdf阅读器|提交评论|^\\s*评论\\s*$"
                    + "|^\\s*\\d+/\\d+\\s*$|登录|注册账号|相关推荐|猜你喜欢|扫码|公众号|点击(?:下载|查看)|仅供(?:参考|学习)|精品文档|可编辑|word版"
                    + "|all rights reserved|copyright",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "\\s*(?:[-–—]\\s*\\d{1,4}\\s*[-–—]|第\\s*\\d{1,4}\\s*页(?:\\s*[,/]?\\s*共\\s*\\d{1,4}\\s*页)?"
                    + "|\\d{1,4}\\s*/\\s*\\d{1,4}|page\\s+\\d+(?:\\s+of\\s+\\d+)?)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTENTS_LINE =
            Pattern.compile(".{2,60}?(?:\\s*(?:…|\\.{3,}|⋯|-{4,})[.…⋯\\s-]*|\\s{2,}|\\s?\\t)\\d{1,4}\\s*");
    private static final Pattern CONTENTS =
            Pattern.compile("\\s*目\\s*[录次]\\s*|\\s*contents\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINS_HEADING = Pattern.compile("^\\s*(?:第[" + Numerals.HAN + "\\d]{1,5}[编章节条]|["
            + Numerals.HAN + "]{1,3}、|\\([" + Numerals.HAN + "]{1,3}\\))");
    private static final Pattern SENTENCE = Pattern.compile("[。;]\\s*$|^\\s*第[" + Numerals.HAN + "\\d]{1,5}条");
    private static final double DENSE = 0.6;
    private static final int SHORT = 60;
    private static final int LONG = 200;
    private static final int MANY_PAGES = 3;

    private final List<Line> lines;
    private final List<String> folded;
    private final BitSet found = new BitSet();

    private Boilerplate(List<Line> lines) {
        this.lines = lines;
        this.folded = lines.stream().map(line -> Folding.folded(line.text())).toList();
    }

    /** The lines, by their index. */
    static BitSet of(Manuscript manuscript) {
        var search = new Boilerplate(manuscript.lines());
        search.edge(at -> at);
        search.edge(at -> manuscript.lines().size() - 1 - at);
        search.pages();
        search.contents();
        return search.found;
    }

    /** From the edge inwards as far as most lines belong to the site; a long line that does not is text. */
    private void edge(IntUnaryOperator order) {
        var filled = 0;
        var signs = 0;
        var until = -1;
        for (var step = 0; step < lines.size(); step++) {
            var line = folded.get(order.applyAsInt(step));
            var isSign = line.length() < LONG && SITE.matcher(line).find();
            if (!isSign
                    && (line.length() > SHORT || BEGINS_HEADING.matcher(line).find())) {
                break;
            }
            filled += line.isBlank() ? 0 : 1;
            signs += isSign ? 1 : 0;
            until = isSign && signs >= DENSE * filled ? step : until;
        }
        for (var step = 0; step <= until; step++) {
            found.set(order.applyAsInt(step));
        }
    }

    /** Page numbers, and what is the same at the head or foot of most pages. */
    private void pages() {
        var pages = lines.stream().mapToInt(Line::page).max().orElse(0);
        Map<String, Long> often = pages < MANY_PAGES
                ? Map.of()
                : folded.stream()
                        .map(Boilerplate::bare)
                        .filter(line -> !line.isEmpty())
                        .collect(groupingBy(line -> line, counting()));
        for (var at = 0; at < lines.size(); at++) {
            var line = folded.get(at);
            var isRepeated = pages >= MANY_PAGES
                    && isAtPageEdge(at)
                    && !SENTENCE.matcher(line).find()
                    && often.getOrDefault(bare(line), 0L) > pages / 2;
            var isPageNumber = PAGE_NUMBER.matcher(line).matches()
                    || (pages > 1 && isAtPageEdge(at) && line.strip().matches("\\d{1,4}"));
            if (isRepeated || isPageNumber || lines.get(at).role() == Role.MARGIN) {
                found.set(at);
            }
        }
    }

    private boolean isAtPageEdge(int at) {
        return at < 2
                || at > lines.size() - 3
                || lines.get(at).page() != lines.get(at - 2).page()
                || lines.get(at).page() != lines.get(at + 2).page();
    }

    private static String bare(String line) {
        return line.replaceAll("[\\d\\s]", "");
    }

    /** A table of contents: lines that end in page numbers, or headings without bodies that come again. */
    private void contents() {
        for (var at = 0; at < lines.size(); at++) {
            if (CONTENTS_LINE.matcher(folded.get(at)).matches()
                    && (isContents(at - 1) || isContents(at + 1) || isBelowContents(at))) {
                found.set(at);
            } else if (CONTENTS.matcher(folded.get(at)).matches()) {
                found.set(at);
                listed(at + 1);
            }
        }
    }

    private boolean isContents(int at) {
        return at >= 0
                && at < lines.size()
                && CONTENTS_LINE.matcher(folded.get(at)).matches();
    }

    private boolean isBelowContents(int at) {
        return at > 0 && CONTENTS.matcher(folded.get(at - 1)).matches();
    }

    /** After the word 目录: until the first of its lines comes again. */
    private void listed(int from) {
        var first = from;
        while (first < lines.size() && folded.get(first).isBlank()) {
            first++;
        }
        if (first >= lines.size() || isContents(first)) {
            return;
        }
        var wanted = bareHeading(folded.get(first));
        for (var at = first + 1;
                at < Math.min(lines.size(), first + 200) && folded.get(at).length() < 60;
                at++) {
            if (bareHeading(folded.get(at)).equals(wanted)) {
                found.set(from, at);
                return;
            }
        }
    }

    private static String bareHeading(String line) {
        return line.replaceAll("\\s", "");
    }
}
