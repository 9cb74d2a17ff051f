package zhangfa.rulebook.document;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The program that reads one document in a process of its own: from standard input, to standard output. */
final class Extraction {

    private Extraction() {}

    /** Started by {@link Documents} alone. */
    public static void main(String[] arguments) throws IOException {
        var in = new DataInputStream(System.in);
        var out = new DataOutputStream(new BufferedOutputStream(System.out));
        var name = in.readUTF();
        try {
            Wire.write(Reader.read(in.readAllBytes(), name), out);
        } catch (Unreadable unreadable) {
            Wire.write(unreadable, out);
        }
        out.flush();
    }
}
