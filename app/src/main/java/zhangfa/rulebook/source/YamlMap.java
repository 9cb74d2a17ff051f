package zhangfa.rulebook.source;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file that knows its lines: an unknown, missing or doubled key is named with its place. */
public final class YamlMap {

    private final String file;
    private final Node place;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(String file, Node node) {
        this.file = file;
        this.place = node;
        if (!(node instanceof MappingNode mapping)) {
            throw fault(node, "keys with values are expected here");
        }
        for (var tuple : mapping.getValue()) {
            var key = scalar(tuple.getKeyNode());
            if (values.put(key, tuple.getValueNode()) != null) {
                throw fault(tuple.getKeyNode(), "\"" + key + "\" stands here twice");
            }
        }
    }

    public static YamlMap read(String file, String text) {
        try {
            var node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (node == null) {
                throw new SourceFault(file, 1, "the file is empty");
            }
            return new YamlMap(file, node);
        } catch (MarkedYAMLException broken) {
            throw new SourceFault(file, broken.getProblemMark().getLine() + 1, broken.getProblem());
        } catch (YAMLException bomb) {
            throw new SourceFault(file, 1, String.valueOf(bomb.getMessage()));
        }
    }

    /** Refuses every key but these. */
    public YamlMap only(String... known) {
        var allowed = Set.of(known);
        values.forEach((key, node) -> {
            if (!allowed.contains(key)) {
                throw fault(node, "unknown key \"" + key + "\"; known are " + new TreeSet<>(allowed));
            }
        });
        return this;
    }

    public String text(String key) {
        return scalar(needed(key));
    }

    /** A text of this form, as a regular expression says it. */
    public String matching(String key, String form) {
        var written = text(key);
        if (!written.matches(form)) {
            throw fault(needed(key), "\"" + written + "\" is no " + key + ": it is written as " + form);
        }
        return written;
    }

    public Optional<String> optionalText(String key) {
        return Optional.ofNullable(values.get(key)).map(this::scalar);
    }

    public boolean flag(String key) {
        return optionalText(key)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw fault(needed(key), "\"" + key + "\" is true or false");
                })
                .orElse(false);
    }

    /** One of the constants of an enum, written in lower case. */
    public <E extends Enum<E>> E choice(String key, Class<E> among) {
        var written = text(key);
        for (var constant : among.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(written)) {
                return constant;
            }
        }
        throw fault(
                needed(key),
                "\"" + written + "\" is not one of "
                        + List.of(among.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    public List<String> texts(String key) {
        return items(key).stream().map(this::scalar).toList();
    }

    public List<YamlMap> maps(String key) {
        return items(key).stream().map(item -> new YamlMap(file, item)).toList();
    }

    public Wording wording(String key) {
        return new YamlMap(file, needed(key)).asWording();
    }

    public Wording asWording() {
        only("zh-CN", "zh-TW", "en");
        return new Wording(text("zh-CN"), text("zh-TW"), text("en"));
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public SourceFault fault(String what) {
        return fault(place, what);
    }

    private List<Node> items(String key) {
        var node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw fault(node, "\"" + key + "\" is a list");
    }

    private Node needed(String key) {
        var node = values.get(key);
        if (node == null) {
            throw fault("\"" + key + "\" is missing");
        }
        return node;
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw fault(node, "a text is expected here");
    }

    private SourceFault fault(Node node, String what) {
        return new SourceFault(file, node.getStartMark().getLine() + 1, what);
    }
}
