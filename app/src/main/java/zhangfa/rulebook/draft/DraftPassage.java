package zhangfa.rulebook.draft;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import zhangfa.rulebook.structure.Passage.Kind;

/** A piece of a draft, as a person corrects it. */
public record DraftPassage(UUID id, BigDecimal place, Kind kind, String number, String title, String text) {

    private static final int EXCERPT = 60;

    DraftPassage as(Kind other) {
        return new DraftPassage(id, place, other, number, title, text);
    }

    /** One level higher: an article becomes a section. */
    DraftPassage raised() {
        return switch (kind) {
            case ARTICLE -> as(Kind.SECTION);
            case SECTION -> as(Kind.CHAPTER);
            case TITLE, FOREWORD -> as(Kind.ARTICLE);
            default -> this;
        };
    }

    /** One level lower. */
    DraftPassage lowered() {
        return switch (kind) {
            case CHAPTER -> as(Kind.SECTION);
            case SECTION -> as(Kind.ARTICLE);
            default -> this;
        };
    }

    /** With all that the next one says as text of its own. */
    DraftPassage with(DraftPassage next) {
        var added = String.join(
                "", next.number, next.title, next.title.isEmpty() || next.text.isEmpty() ? "" : "\n", next.text);
        return new DraftPassage(id, place, kind, number, title, text.isEmpty() ? added : text + "\n" + added);
    }

    public String kindKey() {
        return "rulebook.draft.kind." + word();
    }

    /** As it is written in the database and in addresses. */
    public String word() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public boolean isHeading() {
        return kind.isHeading();
    }

    public boolean isRemoved() {
        return kind == Kind.BOILERPLATE;
    }

    public boolean mayRise() {
        return kind == Kind.ARTICLE || kind == Kind.SECTION;
    }

    public boolean mayFall() {
        return kind == Kind.CHAPTER || kind == Kind.SECTION;
    }

    public List<String> paragraphs() {
        return text.lines().toList();
    }

    /** The beginning of the text, for where there is no title. */
    public String excerpt() {
        var line = text.lines().findFirst().orElse("");
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…";
    }

    /** What it is called where it is spoken of. */
    public String name() {
        return (number + " " + (title.isEmpty() ? excerpt() : title)).strip();
    }
}
