package zhangfa.rulebook.load;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import zhangfa.rulebook.source.SourceFault;

/** What only one section may have: its name, process, clauses, registers, controls and obligations. Whoever comes second is refused. */
final class Claims {

    private final Map<String, String> owners = new HashMap<>();

    /** All of it, or nothing where something belongs to another: then what it is. */
    Optional<SourceFault> claim(ReadFolder section) {
        var taken = claimed(section).filter(owners::containsKey).findFirst();
        if (taken.isEmpty()) {
            claimed(section).forEach(thing -> owners.put(thing, section.file()));
        }
        return taken.map(
                thing -> new SourceFault(section.file(), "the %s belongs to %s".formatted(thing, owners.get(thing))));
    }

    private static Stream<String> claimed(ReadFolder section) {
        var practice = section.practice();
        return Stream.of(
                        Stream.of(
                                "section " + practice.key(),
                                "process " + practice.process().key()),
                        practice.clauses().map(clause -> "clause " + clause.id()),
                        practice.registers().stream().map(register -> "register " + register.key()),
                        section.controls().stream().map(control -> "control " + control.key()),
                        section.obligations().stream().map(obligation -> "obligation " + obligation.key()))
                .flatMap(things -> things);
    }
}
