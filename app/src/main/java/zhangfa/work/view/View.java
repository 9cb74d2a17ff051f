package zhangfa.work.view;

import java.util.UUID;

/** A list of cases that somebody keeps under a name. */
public record View(UUID id, String name, CaseQuery query) {}
