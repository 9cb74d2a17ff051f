package zhangfa.rulebook.document;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What Word's paragraph styles say of headings: their level, and the list that numbers them. */
final class WordStyles implements WordParts.Listener {

    private static final int DEEPEST = 10;

    /** A style, or what a paragraph says of itself. */
    static final class Look {
        @Nullable
        String basedOn;

        @Nullable
        String list;

        int depth = -1;
        int outline = -1;

        /** Takes what this element says of the paragraph. */
        void note(XMLStreamReader element) {
            switch (element.getLocalName()) {
                case "pStyle", "basedOn" -> basedOn = WordParts.attribute(element, "val");
                case "numId" -> list = WordParts.attribute(element, "val");
                case "ilvl" -> depth = WordParts.number(element, "val", 0);
                case "outlineLvl" -> outline = WordParts.number(element, "val", 9);
                default -> {}
            }
        }
    }

    private final Map<String, Look> styles = new HashMap<>();
    private Look open = new Look();

    @Override
    public void begin(XMLStreamReader element) {
        if (element.getLocalName().equals("style")) {
            open = new Look();
            styles.put("" + WordParts.attribute(element, "styleId"), open);
        } else {
            open.note(element);
        }
    }

    /** What a paragraph looks like in the end: what it does not say itself, its style says, or the style's own. */
    Look whole(Look own) {
        var whole = new Look();
        var look = own;
        for (var step = 0; look != null && step < DEEPEST; step++) {
            whole.list = whole.list == null ? look.list : whole.list;
            whole.depth = whole.depth < 0 ? look.depth : whole.depth;
            whole.outline = whole.outline < 0 ? look.outline : whole.outline;
            look = look.basedOn == null ? null : styles.get(look.basedOn);
        }
        return whole;
    }
}
