package zhangfa.mining.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.read.EventLogs;
import zhangfa.mining.read.LogColumns;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.ObjectLogs;
import zhangfa.mining.read.Reading;

/** The options with which every verb reads a log. */
final class LogArguments {

    static final String USAGE =
            "[--case COLUMN] [--activity COLUMN]… [--timestamp COLUMN] [--start COLUMN] [--resource COLUMN] [--classifier NAME] [--zone ZONE] [--object-type TYPE]";
    static final Set<String> OPTIONS =
            Set.of("case", "activity", "timestamp", "start", "resource", "classifier", "zone", "object-type");

    private LogArguments() {}

    /** Reads the log with these options; what is not there is looked for under its usual names. */
    static EventLog read(String file, Arguments arguments, Reading usual)
            throws IOException, LogRefused, Misuse, Refusal {
        var objectType = arguments.option("object-type");
        if (objectType.isPresent()) {
            return flattened(file, objectType.get(), arguments);
        }
        var columns = new LogColumns(
                arguments.option("case").orElse(null),
                arguments.all("activity"),
                arguments.option("timestamp").orElse(null),
                arguments.option("start").orElse(null),
                arguments.option("resource").orElse(null));
        var reading = usual.followedBy(arguments.during("reading"))
                .withColumns(columns)
                .withZone(zone(arguments.option("zone").orElse("UTC")));
        var classifier = arguments.option("classifier").orElse(null);
        return EventLogs.read(path(file), classifier == null ? reading : reading.withClassifier(classifier));
    }

    private static EventLog flattened(String file, String objectType, Arguments arguments)
            throws IOException, LogRefused, Misuse, Refusal {
        var log = ObjectLogs.read(path(file), arguments.during("reading"));
        var types = log.objectsPerType().keySet();
        if (!types.contains(objectType)) {
            throw new Refusal("There are no objects of type " + objectType + ", only of " + types);
        }
        return log.flattened(objectType);
    }

    static Path path(String file) throws Misuse {
        try {
            var path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new Misuse(file + " is a folder, not a file");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new Misuse("No file can be called " + file);
        }
    }

    static ZoneId zone(String name) throws Misuse {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new Misuse("There is no time zone " + name);
        }
    }
}
