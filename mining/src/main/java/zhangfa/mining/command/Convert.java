package zhangfa.mining.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.ObjectLogs;
import zhangfa.mining.read.Reading;
import zhangfa.mining.read.Watch;
import zhangfa.mining.write.EventLogOutput;

/** Reads a log in one form and writes it in another, which the name of the new file tells. */
final class Convert implements Verb {

    @Override
    public String name() {
        return "convert";
    }

    @Override
    public String usage() {
        return "LOG FILE.xes|.csv|.jsonocel[.gz] " + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        arguments.only(LogArguments.OPTIONS);
        var files = arguments.files("LOG", "FILE");
        var target = LogArguments.path(files.getLast());
        var form = form(target);
        refuseToOverwrite(target);
        answer.writeStartObject();
        answer.writeStringProperty("file", target.toString());
        if (form == null) {
            objects(files.getFirst(), arguments, target, answer);
        } else {
            cases(files.getFirst(), arguments, form, target, answer);
        }
        answer.writeNumberProperty("bytes", Files.size(target));
        answer.writeEndObject();
    }

    /** Writes a log of cases to a new file, in the form that its name tells. */
    static void write(EventLog log, Path target) throws IOException, Misuse, Refusal {
        var form = form(target);
        if (form == null) {
            throw new Misuse("A log of cases is written as .xes or .csv, not as " + target);
        }
        refuseToOverwrite(target);
        write(target, out -> form.write(log, out));
    }

    private static void refuseToOverwrite(Path target) throws Refusal {
        if (Files.exists(target)) {
            throw new Refusal("There is a file " + target + " already");
        }
    }

    private static void cases(String file, Arguments arguments, Form form, Path target, JsonGenerator answer)
            throws IOException, LogRefused, Misuse, Refusal {
        var log = LogArguments.read(file, arguments, Reading.USUAL);
        write(target, out -> form.write(log, out));
        answer.writeNumberProperty("cases", log.cases());
        answer.writeNumberProperty("events", log.events());
    }

    private static void objects(String file, Arguments arguments, Path target, JsonGenerator answer)
            throws IOException, LogRefused, Misuse, Refusal {
        var log = objects(file, arguments);
        write(target, out -> EventLogOutput.writeOcel(log, out));
        answer.writeNumberProperty("objects", log.objects().size());
        answer.writeNumberProperty("events", log.events().size());
    }

    /** A log that is not object-centric becomes one of objects called cases. */
    private static ObjectLog objects(String file, Arguments arguments) throws IOException, LogRefused, Misuse, Refusal {
        try {
            return ObjectLogs.read(LogArguments.path(file), Watch.NONE);
        } catch (LogRefused e) {
            if (!e.reasonCode().equals("not-ocel")) {
                throw e;
            }
            return ObjectLog.of(LogArguments.read(file, arguments, Reading.USUAL), "case");
        }
    }

    private interface Form {
        void write(EventLog log, OutputStream out) throws IOException;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** How to write logs of cases; null for an object-centric file. */
    private static @Nullable Form form(Path target) throws Misuse {
        var name = target.toString().toLowerCase(Locale.ROOT);
        var plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (plain.endsWith(".xes")) {
            return EventLogOutput::writeXes;
        }
        if (plain.endsWith(".csv")) {
            return EventLogOutput::writeCsv;
        }
        if (plain.endsWith(".jsonocel") || plain.endsWith(".json")) {
            return null;
        }
        throw new Misuse("The new file must end in .xes, .csv or .jsonocel, or the same with .gz behind it");
    }

    private static void write(Path target, Writing writing) throws IOException {
        try (var file = new BufferedOutputStream(Files.newOutputStream(target));
                var out = target.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file) {
            writing.to(out);
        }
    }
}
