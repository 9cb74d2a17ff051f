package zhangfa.mining.command;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** A form in which logs are written, which the name of the new file tells. */
enum Form {
    XES(".xes", ".xes"),
    CSV(".csv", ".csv"),
    OCEL_JSON(".jsonocel", ".json"),
    OCEL_XML(".xmlocel", ".xml"),
    OCEL_SQLITE(".sqlite", ".db");

    static final String USAGE = "FILE.xes|.csv|.jsonocel|.xmlocel[.gz]|.sqlite ";

    private static final String PACKED = ".gz";

    private final String ending;
    private final String other;

    Form(String ending, String other) {
        this.ending = ending;
        this.other = other;
    }

    /** The form of a new file. */
    static Form of(Path target) throws Misuse {
        var name = name(target);
        var plain = isPacked(target) ? name.substring(0, name.length() - PACKED.length()) : name;
        return Arrays.stream(values())
                .filter(form -> plain.endsWith(form.ending) || plain.endsWith(form.other))
                .filter(form -> form != OCEL_SQLITE || !isPacked(target))
                .findFirst()
                .orElseThrow(
                        () -> new Misuse("The new file must end in .xes, .csv, .jsonocel or .xmlocel, also with .gz"
                                + " behind it, or in .sqlite: " + target));
    }

    /** Whether the name says that the file is packed. */
    static boolean isPacked(Path target) {
        return name(target).endsWith(PACKED);
    }

    private static String name(Path target) {
        return target.toString().toLowerCase(Locale.ROOT);
    }

    boolean isObjectCentric() {
        return this != XES && this != CSV;
    }
}
