package zhangfa.mining.tree;

import java.util.ArrayList;
import java.util.Collections;
import zhangfa.mining.tree.ProcessTree.Block;

/** Writes trees so that two which differ only in the order of parts that have none are written alike. */
public final class TreeTexts {

    private TreeTexts() {}

    public static String unordered(ProcessTree tree) {
        if (!(tree instanceof Block block)) {
            return tree.toString();
        }
        var parts =
                new ArrayList<>(block.parts().stream().map(TreeTexts::unordered).toList());
        switch (block.operator()) {
            case CHOICE, PARALLEL, INCLUSIVE -> Collections.sort(parts);
            case LOOP -> Collections.sort(parts.subList(1, parts.size()));
            case SEQUENCE -> {}
        }
        return block.operator().sign() + parts;
    }
}
