package zhangfa.calendar.year;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import zhangfa.calendar.sheet.Span;

/** Hours of a day as people type them: {@code 9:00-12:00, 13:00–18:00}, also with full-width signs. */
final class HoursText {

    private static final Pattern BETWEEN = Pattern.compile("[,，、;；\\s]+");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");

    private HoursText() {}

    /** What cannot be read stays as it is, in a span that no check lets pass. */
    static List<Span> read(String text) {
        var plain = text.strip().replace('：', ':').replaceAll("\\s*(?:[-–—~～]|至|到)\\s*", "-");
        var spans = new ArrayList<Span>();
        for (var part : BETWEEN.splitAsStream(plain).toList()) {
            var span = SPAN.matcher(part);
            if (span.matches()) {
                spans.add(new Span(time(span.group(1), span.group(2)), time(span.group(3), span.group(4))));
            } else if (!part.isEmpty()) {
                spans.add(new Span(part, ""));
            }
        }
        return spans;
    }

    static String write(List<Span> spans) {
        return spans.stream().map(Span::toString).collect(Collectors.joining(", "));
    }

    /** 24:00 is how people write midnight at the end of a day. */
    private static String time(String hour, String minute) {
        var two = hour.length() == 1 ? "0" + hour : hour;
        return (two.equals("24") && minute.equals("00") ? "00" : two) + ":" + minute;
    }
}
