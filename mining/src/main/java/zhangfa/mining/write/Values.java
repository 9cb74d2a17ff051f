package zhangfa.mining.write;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import zhangfa.mining.log.Moments;

/** How values are spelled in files. */
final class Values {

    private static final DateTimeFormatter MILLIS = formatter("SSS");
    private static final DateTimeFormatter MICROS = formatter("SSSSSS");

    private Values() {}

    private static DateTimeFormatter formatter(String fraction) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss." + fraction + "xxx")
                .withZone(ZoneOffset.UTC);
    }

    static String time(long micros) {
        return (micros % 1000 == 0 ? MILLIS : MICROS).format(Moments.instant(micros));
    }

    static String text(Object value) {
        return switch (value) {
            case Instant instant -> time(Moments.of(instant));
            case Double number -> decimal(number);
            default -> value.toString();
        };
    }

    /** XML Schema has its own words for what is no number. */
    private static String decimal(double number) {
        return Double.isInfinite(number) ? number > 0 ? "INF" : "-INF" : Double.toString(number);
    }
}
