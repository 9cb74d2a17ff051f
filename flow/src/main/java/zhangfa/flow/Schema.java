package zhangfa.flow;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.operaton.bpm.model.xml.ModelException;
import org.xml.sax.SAXParseException;

/** Checks a file against the schema of BPMN 2.0, with the model library of Operaton. */
final class Schema {

    /** The file is text already, so what its first line says of its encoding holds no longer. */
    private static final Pattern DECLARATION = Pattern.compile("^<\\?xml[^>]*\\?>");

    private Schema() {}

    static void check(String xml) throws ModelRefused {
        var text = DECLARATION.matcher(xml).replaceFirst("");
        try {
            org.operaton.bpm.model.bpmn.Bpmn.readModelFromStream(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (ModelException invalid) {
            throw refused(invalid);
        }
    }

    private static ModelRefused refused(ModelException invalid) {
        for (Throwable cause = invalid; cause != null; cause = cause.getCause()) {
            if (cause instanceof SAXParseException place) {
                return Faults.whole(place.getLineNumber(), "schema", String.valueOf(place.getMessage()));
            }
        }
        return Faults.whole(0, "schema", String.valueOf(invalid.getMessage()));
    }
}
