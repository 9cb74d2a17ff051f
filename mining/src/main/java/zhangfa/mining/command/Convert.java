package zhangfa.mining.command;

import java.io.IOException;
import java.nio.file.Files;
import tools.jackson.core.JsonGenerator;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.read.LogRefused;
import zhangfa.mining.read.ObjectLogs;
import zhangfa.mining.read.Reading;

/** Reads a log in one form and writes it in another, which the name of the new file tells. */
final class Convert implements Verb {

    @Override
    public String name() {
        return "convert";
    }

    @Override
    public String usage() {
        return "LOG " + Form.USAGE + LogArguments.USAGE;
    }

    @Override
    public void run(Arguments arguments, JsonGenerator answer) throws IOException, LogRefused, Misuse, Refusal {
        arguments.only(LogArguments.OPTIONS);
        var files = arguments.files("LOG", "FILE");
        var target = NewFile.of(files.getLast());
        answer.writeStartObject();
        answer.writeStringProperty("file", target.path().toString());
        if (target.form().isObjectCentric()) {
            objects(files.getFirst(), arguments, target, answer);
        } else {
            cases(files.getFirst(), arguments, target, answer);
        }
        answer.writeNumberProperty("bytes", Files.size(target.path()));
        answer.writeEndObject();
    }

    private static void cases(String file, Arguments arguments, NewFile target, JsonGenerator answer)
            throws IOException, LogRefused, Misuse, Refusal {
        var log = LogArguments.read(file, arguments, Reading.USUAL);
        target.write(log, arguments.during("writing"));
        answer.writeNumberProperty("cases", log.cases());
        answer.writeNumberProperty("events", log.events());
    }

    private static void objects(String file, Arguments arguments, NewFile target, JsonGenerator answer)
            throws IOException, LogRefused, Misuse, Refusal {
        var log = objects(file, arguments);
        target.write(log, arguments.during("writing"));
        answer.writeNumberProperty("objects", log.objects().size());
        answer.writeNumberProperty("events", log.events().size());
    }

    /** A log that is not object-centric becomes one of objects called cases. */
    private static ObjectLog objects(String file, Arguments arguments) throws IOException, LogRefused, Misuse, Refusal {
        try {
            return ObjectLogs.read(LogArguments.path(file), arguments.during("reading"));
        } catch (LogRefused e) {
            if (!e.reasonCode().equals("not-ocel")) {
                throw e;
            }
            return ObjectLog.of(LogArguments.read(file, arguments, Reading.USUAL), "case");
        }
    }
}
