package zhangfa.work.expert;

/**
 * What speaks against a model.
 *
 * @param element its id; the process's key where it is about the whole
 * @param name what it is called; its id where it has no name
 * @param line of the file where the element begins; 0 where there is no such element
 */
public record Remark(String element, String name, int line, String reason) {}
