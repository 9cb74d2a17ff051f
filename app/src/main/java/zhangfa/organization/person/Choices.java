package zhangfa.organization.person;

import java.util.Map;

/** Units by id, positions and what a deputy may stand in for by key, each with its name. */
public record Choices(Map<String, String> units, Map<String, String> positions, Map<String, String> scopes) {}
