package zhangfa.rulebook.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import zhangfa.rulebook.document.Unreadable.Reason;
import zhangfa.rulebook.structure.Manuscript;
import zhangfa.rulebook.structure.Manuscript.Line;
import zhangfa.rulebook.structure.Manuscript.Role;

/** How the reading process answers: the lines of the document, or why there are none. */
final class Wire {

    private static final int LONGEST = 8_000_000;
    private static final int MOST_LINES = 100_000;

    private Wire() {}

    static void write(Manuscript manuscript, DataOutputStream out) throws IOException {
        out.writeUTF("");
        out.writeBoolean(manuscript.wrapped());
        out.writeInt(manuscript.lines().size());
        for (var line : manuscript.lines()) {
            var text = line.text().getBytes(UTF_8);
            out.writeInt(text.length);
            out.write(text);
            out.writeByte(line.outline());
            out.writeInt(line.page());
            out.writeUTF(line.role().name());
        }
    }

    static void write(Unreadable unreadable, DataOutputStream out) throws IOException {
        out.writeUTF(unreadable.reason().name());
    }

    /** Believes nothing: whatever read the document may have been broken by it. */
    static Manuscript read(DataInputStream in) throws IOException, Unreadable {
        var reason = in.readUTF();
        if (!reason.isEmpty()) {
            throw new Unreadable(one(Reason.class, reason));
        }
        var wrapped = in.readBoolean();
        var count = bounded(in.readInt(), MOST_LINES);
        var lines = new ArrayList<Line>();
        var left = LONGEST;
        for (var at = 0; at < count; at++) {
            var length = bounded(in.readInt(), left);
            left -= length;
            var text = in.readNBytes(length);
            if (text.length < length) {
                throw new EOFException();
            }
            lines.add(new Line(new String(text, UTF_8), in.readByte(), in.readInt(), one(Role.class, in.readUTF())));
        }
        return new Manuscript(lines, wrapped);
    }

    private static <E extends Enum<E>> E one(Class<E> of, String name) throws IOException {
        try {
            return Enum.valueOf(of, name);
        } catch (IllegalArgumentException broken) {
            throw new IOException(broken);
        }
    }

    private static int bounded(int value, int most) throws Unreadable {
        if (value < 0 || value > most) {
            throw new Unreadable(Reason.TOO_LARGE);
        }
        return value;
    }
}
