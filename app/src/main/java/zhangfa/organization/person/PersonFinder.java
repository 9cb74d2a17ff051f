package zhangfa.organization.person;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import zhangfa.api.Window;
import zhangfa.ui.Finder;

/** Finds colleagues by name, pinyin, initials or username. */
@Component
class PersonFinder implements Finder {

    private final PersonRows rows;

    PersonFinder(PersonRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return "person";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Hit> find(UUID reader, List<String> words, int most) {
        return rows.list(String.join(" ", words), Window.of(most, null)).items().stream()
                .filter(PersonRow::active)
                .map(row -> new Hit(
                        row.name(),
                        row.position() == null ? row.unitName() : row.unitName() + " · " + row.position(),
                        "/organization/people/" + row.id()))
                .toList();
    }
}
