package zhangfa.mining.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import zhangfa.mining.log.EventLog;
import zhangfa.mining.log.Progress;
import zhangfa.mining.ocel.ObjectLog;
import zhangfa.mining.write.EventLogOutput;
import zhangfa.mining.write.ObjectLogOutput;

/** A file that is there only once it is whole, and never in the place of another. */
record NewFile(Path path, Form form) {

    /** A file of this name, which is refused where there is one already. */
    static NewFile of(String name) throws Misuse, Refusal {
        var path = LogArguments.path(name);
        var form = Form.of(path);
        if (Files.exists(path)) {
            throw new Refusal("There is a file " + path + " already");
        }
        var folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Refusal("There is no folder for " + path);
        }
        return new NewFile(path, form);
    }

    void write(EventLog log, Progress progress) throws IOException, Refusal {
        whole(part -> stream(part, out -> {
            if (form == Form.XES) {
                EventLogOutput.writeXes(log, out, progress);
            } else {
                EventLogOutput.writeCsv(log, out, progress);
            }
        }));
    }

    void write(ObjectLog log, Progress progress) throws IOException, Refusal {
        whole(part -> {
            switch (form) {
                case OCEL_SQLITE -> ObjectLogOutput.writeSqlite(log, part, progress);
                case OCEL_XML -> stream(part, out -> ObjectLogOutput.writeXml(log, out, progress));
                default -> stream(part, out -> ObjectLogOutput.writeJson(log, out, progress));
            }
        });
    }

    private interface Content {
        void to(Path part) throws IOException;
    }

    private interface Stream {
        void to(OutputStream out) throws IOException;
    }

    private void whole(Content content) throws IOException, Refusal {
        var part = path.resolveSibling(path.getFileName() + ".part");
        try {
            content.to(part);
            Files.move(part, path);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal("There is a file " + e.getMessage() + " already");
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void stream(Path part, Stream content) throws IOException {
        try (var file = new BufferedOutputStream(Files.newOutputStream(part));
                var out = Form.isPacked(path) ? new GZIPOutputStream(file) : file) {
            content.to(out);
        }
    }
}
