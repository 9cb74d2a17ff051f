package zhangfa.rulebook.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhangfa.rulebook.difference.Change;
import zhangfa.rulebook.difference.Piece;
import zhangfa.rulebook.regulation.Charge;
import zhangfa.rulebook.regulation.Edition;
import zhangfa.rulebook.regulation.Provision;

/** Editions as programs see them. */
final class EditionShapes {

    private EditionShapes() {}

    /** An edition; {@code units} and {@code positions} are keys. */
    record EditionShape(
            UUID id,
            UUID regulation,
            int number,
            String title,
            String rank,
            String standing,
            boolean everyone,
            List<String> units,
            List<String> positions,
            String owner,
            String reason,
            @Nullable LocalDate effectiveFrom,
            @Nullable UUID caseId,
            @Nullable Instant publishedAt,
            int revision) {

        static EditionShape of(Edition edition) {
            var head = edition.head();
            return new EditionShape(
                    edition.id(),
                    edition.regulation(),
                    edition.number(),
                    head.title(),
                    head.rank().word(),
                    edition.standing().word(),
                    head.scope().everyone(),
                    head.scope().units(),
                    head.scope().positions(),
                    head.owner(),
                    head.reason(),
                    head.effectiveFrom(),
                    edition.caseId(),
                    edition.publishedAt(),
                    edition.revision());
        }
    }

    /** A chapter, section or article. */
    record ProvisionShape(
            UUID id, String level, String number, String title, String text, List<Charge> duties, int revision) {

        static ProvisionShape of(Provision provision) {
            return new ProvisionShape(
                    provision.id(),
                    provision.level().word(),
                    provision.number(),
                    provision.title(),
                    provision.text(),
                    provision.duties(),
                    provision.revision());
        }
    }

    /** What became of a provision: {@code added}, {@code changed}, {@code removed} or {@code renumbered}. */
    record ChangeShape(
            UUID provision,
            String kind,
            @Nullable String numberBefore,
            @Nullable String number,
            List<PieceShape> pieces) {

        static ChangeShape of(Change change) {
            var before = change.before();
            var now = change.now();
            return new ChangeShape(
                    change.provision().id(),
                    change.kind().word(),
                    before == null ? null : before.number(),
                    now == null ? null : now.number(),
                    change.pieces().stream().map(PieceShape::of).toList());
        }
    }

    /** Words that are {@code same}, {@code added} or {@code removed}. */
    record PieceShape(String kind, String text) {

        static PieceShape of(Piece piece) {
            return new PieceShape(piece.kind().name().toLowerCase(Locale.ROOT), piece.text());
        }
    }
}
