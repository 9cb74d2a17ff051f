package zhangfa.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhangfa.flow.CatalogueModel.Move;

/** Models made by hand for every element and their combinations: each goes exactly as its trace says, here and in Operaton's engine. */
class CatalogueTests {

    static List<CatalogueModel> models() throws IOException {
        return CatalogueModel.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theModelGoesAsItsTraceSays(CatalogueModel model) throws ModelRefused {
        var play = new CataloguePlay(model.read());
        for (var move : model.moves()) {
            if (!move.differs()) {
                play.go(move);
                assertThat(play.open()).as(move.said()).isEqualTo(move.open());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void operatonGoesAsFarAsItHasTheElements(CatalogueModel model) throws ModelRefused {
        var moves = model.moves();
        if (moves.getFirst().differs()) {
            return;
        }
        var passing = new CataloguePlay(model.read());
        try (var reference = reference(model, moves.getFirst())) {
            for (var move : moves) {
                if (move.differs() || CataloguePlay.isOurs(move)) {
                    return;
                }
                if (!move.equals(moves.getFirst())) {
                    reference.go(move);
                }
                var ended = move.open().equals(List.of("COMPLETED"));
                assertThat(passing.resting(reference.open()))
                        .as(move.said())
                        .isEqualTo(ended ? List.of() : move.open());
            }
        }
    }

    private static ReferenceEngine reference(CatalogueModel model, Move start) {
        return new ReferenceEngine(model.xml(), "model", CataloguePlay.beginning(start), CataloguePlay.data(start));
    }

    @Test
    void theCatalogueIsLarge() throws IOException {
        assertThat(models()).hasSizeGreaterThanOrEqualTo(200);
    }
}
