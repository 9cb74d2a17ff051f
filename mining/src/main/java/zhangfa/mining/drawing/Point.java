package zhangfa.mining.drawing;

/** A point of a drawing, in pixels from the upper left corner. */
public record Point(int x, int y) {}
