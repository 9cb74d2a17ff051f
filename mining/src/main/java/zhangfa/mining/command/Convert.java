package zhangfa.mining.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.Reading;
import zhangfa.mining.write.EventLogOutput;

/** Reads a log in one form and writes it in another, which the name of the new file tells. */
final class Convert implements Verb {

    @Override
    public String name() {
        return "convert";
    }

    @Override
    public String usage() {
        return "LOG FILE.xes|.csv[.gz] " + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        arguments.only(LogArguments.OPTIONS);
        var files = arguments.files("LOG", "FILE");
        var target = LogArguments.path(files.getLast());
        var form = form(target);
        if (Files.exists(target)) {
            throw new Refusal("There is a file " + target + " already");
        }
        var log = LogArguments.read(files.getFirst(), arguments, Reading.USUAL);
        write(log, form, target);
        answer.writeStartObject();
        answer.writeStringProperty("file", target.toString());
        answer.writeNumberProperty("cases", log.cases());
        answer.writeNumberProperty("events", log.events());
        answer.writeNumberProperty("bytes", Files.size(target));
        answer.writeEndObject();
    }

    private interface Form {
        void write(EventLog log, OutputStream out) throws IOException;
    }

    private static Form form(Path target) throws Misuse {
        var name = target.toString().toLowerCase(Locale.ROOT);
        var plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (plain.endsWith(".xes")) {
            return EventLogOutput::writeXes;
        }
        if (plain.endsWith(".csv")) {
            return EventLogOutput::writeCsv;
        }
        throw new Misuse("The new file must end in .xes or .csv, or the same with .gz behind it");
    }

    private static void write(EventLog log, Form form, Path target) throws IOException {
        try (var file = new BufferedOutputStream(Files.newOutputStream(target));
                var out = target.toString().endsWith(".gz") ? new GZIPOutputStream(file) : file) {
            form.write(log, out);
        }
    }
}
