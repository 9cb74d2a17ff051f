package zhangfa.rulebook.control;

import java.util.UUID;

/** The company wrote a control of its own, or changed one. */
public record ControlWritten(String control, String title, int revision, UUID who) {}
