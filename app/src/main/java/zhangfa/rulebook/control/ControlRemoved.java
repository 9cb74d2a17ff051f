package zhangfa.rulebook.control;

import java.util.UUID;

/** A control of the company's own was taken away; its answers stay. */
public record ControlRemoved(String control, UUID who) {}
