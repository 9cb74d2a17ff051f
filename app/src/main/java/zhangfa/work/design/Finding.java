package zhangfa.work.design;

/**
 * What speaks against a design, at the place where it can be mended.
 *
 * @param element id of the step, branch or form; the process's key where it is about the whole
 * @param words a message key, or plain words
 * @param hinders whether it cannot be published so; otherwise it is only pointed out
 */
public record Finding(String element, String words, boolean hinders) {

    static Finding hindering(String element, String words) {
        return new Finding(element, words, true);
    }

    static Finding notable(String element, String words) {
        return new Finding(element, words, false);
    }
}
