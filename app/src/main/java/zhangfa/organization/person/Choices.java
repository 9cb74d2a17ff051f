package zhangfa.organization.person;

import java.util.Map;

/** Units and people by id, positions by key, each with its name. */
public record Choices(Map<String, String> units, Map<String, String> positions, Map<String, String> people) {}
