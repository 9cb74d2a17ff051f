package zhangfa.mining.log;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/**
 * Reads times digit by digit: a log has one or two for each event, and the formatters of the JDK take longer than all the rest. Read are the forms of
 * ISO 8601 and XML Schema that logs use: {@code 2024-01-31T08:00:00.123+08:00}, a space or nothing more after the day, {@code /} between its
 * numbers, no seconds, no offset (then the reader's zone).
 */
public final class MomentReader {

    private final ZoneId zone;
    private byte[] text = new byte[0];
    private int from;
    private int to;
    private int at;
    private int offset;

    /** Reads times that name no offset as those of this zone. */
    public MomentReader(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Microseconds since 1970 in UTC from ASCII bytes.
     *
     * @throws IllegalArgumentException when they are no time
     */
    public long read(byte[] ascii, int start, int end) {
        text = ascii;
        from = start;
        to = end;
        at = start;
        offset = 0;
        return read();
    }

    /** The offset that the time last read named, in minutes; 0 where it named none. */
    public int offset() {
        return offset;
    }

    private long read() {
        var day = day();
        if (at == to) {
            return Moments.micros(day, 0, zone);
        }
        if (text[at] != 'T' && text[at] != ' ' && text[at] != 't') {
            throw refusal();
        }
        at++;
        var micros = timeOfDay();
        if (at == to) {
            return Moments.micros(day, micros, zone);
        }
        offset = offsetMinutes();
        return day * 86_400_000_000L + micros - offset * 60_000_000L;
    }

    private long day() {
        var year = number(4);
        var mark = mark();
        var month = number(2);
        if (mark() != mark || (mark != '-' && mark != '/')) {
            throw refusal();
        }
        var day = number(2);
        if (month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            throw refusal();
        }
        return epochDay(year, month, day);
    }

    private long timeOfDay() {
        var hour = number(2);
        if (mark() != ':') {
            throw refusal();
        }
        var minute = number(2);
        var second = 0;
        var micro = 0;
        if (at < to && text[at] == ':') {
            at++;
            second = number(2);
            micro = fraction();
        }
        if (hour > 23 || minute > 59 || second > 59) {
            throw refusal();
        }
        return ((hour * 60L + minute) * 60L + second) * 1_000_000L + micro;
    }

    /** What follows the sixth digit is cut off. */
    private int fraction() {
        if (at == to || (text[at] != '.' && text[at] != ',')) {
            return 0;
        }
        var start = ++at;
        var micro = 0;
        for (; at < to && text[at] >= '0' && text[at] <= '9'; at++) {
            if (at - start < 6) {
                micro = micro * 10 + text[at] - '0';
            }
        }
        if (at == start) {
            throw refusal();
        }
        for (var digits = at - start; digits < 6; digits++) {
            micro *= 10;
        }
        return micro;
    }

    private int offsetMinutes() {
        if (text[at] == ' ') {
            at++;
        }
        var sign = mark();
        if (sign == 'Z' || sign == 'z') {
            return finish(0);
        }
        if (sign != '+' && sign != '-') {
            throw refusal();
        }
        var hours = number(2);
        if (at < to && text[at] == ':') {
            at++;
        }
        var minutes = at < to ? number(2) : 0;
        if (hours > 18 || minutes > 59) {
            throw refusal();
        }
        return finish((sign == '-' ? -1 : 1) * (hours * 60 + minutes));
    }

    private int finish(int minutes) {
        if (at != to) {
            throw refusal();
        }
        return minutes;
    }

    private int number(int digits) {
        if (at + digits > to) {
            throw refusal();
        }
        var number = 0;
        for (var end = at + digits; at < end; at++) {
            var digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                throw refusal();
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private int mark() {
        if (at == to) {
            throw refusal();
        }
        return text[at++];
    }

    private static int length(int year, int month) {
        return switch (month) {
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Days since 1970-01-01 in the proleptic Gregorian calendar, counting years from March so that the leap day comes last. */
    private static long epochDay(int year, int month, int day) {
        var marchYear = month > 2 ? year : year - 1;
        var dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        var leapDays = Math.floorDiv(marchYear, 4) - Math.floorDiv(marchYear, 100) + Math.floorDiv(marchYear, 400);
        return marchYear * 365L + leapDays + dayOfYear - 719_468L;
    }

    private IllegalArgumentException refusal() {
        var shown = new String(text, from, Math.min(to - from, 40), StandardCharsets.UTF_8);
        return new IllegalArgumentException("'" + shown + "' is not a time such as 2024-01-31T08:00:00+08:00");
    }
}
