package zhangfa.process;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a module has found out about a case and shows to whoever decides on it; approving records that it was shown. */
public interface Insight {

    boolean speaksOf(String process);

    /** In the order to be shown. Asked while a page is made, so it reads and never writes. */
    List<Finding> about(UUID caseId, Map<String, Object> form, Map<String, Object> facts);

    /**
     * One thing found out.
     *
     * @param level {@code ok}, {@code warn} or {@code info}
     * @param words a message key with arguments, <code>{key|argument|…}</code>
     * @param pointer the field that it is about, such as {@code /form/lines/0/date}; null for the case as a whole
     */
    record Finding(String level, String words, @Nullable String pointer) {

        public static Finding ok(String words) {
            return new Finding("ok", words, null);
        }

        public static Finding warn(String words, @Nullable String pointer) {
            return new Finding("warn", words, pointer);
        }

        public static Finding info(String words, @Nullable String pointer) {
            return new Finding("info", words, pointer);
        }
    }
}
