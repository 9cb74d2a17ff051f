package zhangfa.mining.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhangfa.mining.log.Progress;

/** What follows a verb: files in their order, and options {@code --name value} or {@code --name=value} anywhere among them; and who waits for it. */
final class Arguments {

    private static final double MOST = 1e6;

    private final List<String> files = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();
    private final Follower follower;

    private Arguments(Follower follower) {
        this.follower = follower;
    }

    /** Reads what was given, or says what is wrong with it. */
    static Arguments of(List<String> given, Follower follower) throws Misuse {
        var arguments = new Arguments(follower);
        for (var i = 0; i < given.size(); i++) {
            var word = given.get(i);
            if (!word.startsWith("--") || word.length() == 2) {
                arguments.files.add(word);
                continue;
            }
            var equals = word.indexOf('=');
            if (equals < 0 && i + 1 == given.size()) {
                throw new Misuse("The option " + word + " needs a value");
            }
            var name = word.substring(2, equals < 0 ? word.length() : equals);
            var value = equals < 0 ? given.get(++i) : word.substring(equals + 1);
            arguments.options.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return arguments;
    }

    /** Whom to tell how far a piece of the work is. */
    Progress during(String doing) {
        return follower.during(doing);
    }

    /** The files, which must be as many as the names that describe them. */
    List<String> files(String... names) throws Misuse {
        if (files.size() != names.length) {
            throw new Misuse("Needed: " + String.join(" ", names) + "; given: " + String.join(" ", files));
        }
        return files;
    }

    /** The files, of which the last may be left out. */
    List<String> filesAtMost(String... names) throws Misuse {
        return files.size() == names.length - 1 ? files : files(names);
    }

    /** An option that is a whole number between two limits. */
    int whole(String name, int usual, int least, int most) throws Misuse {
        var given = option(name).orElse(String.valueOf(usual));
        try {
            var number = Integer.parseInt(given);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw new Misuse("--%s is a whole number, not %s".formatted(name, given));
        }
        throw new Misuse("--%s is %d to %d, not %s".formatted(name, least, most, given));
    }

    /** A number above zero, as the value of an option. */
    static double factor(String name, String given) throws Misuse {
        try {
            var factor = Double.parseDouble(given);
            if (factor > 0 && factor <= MOST) {
                return factor;
            }
        } catch (NumberFormatException none) {
            throw new Misuse("--%s is a number, not %s".formatted(name, given));
        }
        throw new Misuse("--%s is above 0 and at most %s, not %s".formatted(name, MOST, given));
    }

    /** Refuses options that the verb does not have. */
    void only(Set<String> names) throws Misuse {
        for (var name : options.keySet()) {
            if (!names.contains(name)) {
                throw new Misuse("There is no option --" + name);
            }
        }
    }

    Optional<String> option(String name) throws Misuse {
        var values = all(name);
        if (values.size() > 1) {
            throw new Misuse("The option --" + name + " was given more than once");
        }
        return values.stream().findFirst();
    }

    /** An option that is a share from 0 to 1. */
    double share(String name, double usual) throws Misuse {
        var given = option(name).orElse(String.valueOf(usual));
        try {
            var share = Double.parseDouble(given);
            if (share >= 0 && share <= 1) {
                return share;
            }
        } catch (NumberFormatException none) {
            throw new Misuse("--%s is a share from 0 to 1, not %s".formatted(name, given));
        }
        throw new Misuse("--%s is a share from 0 to 1, not %s".formatted(name, given));
    }

    List<String> all(String name) {
        return options.getOrDefault(name, List.of());
    }
}
