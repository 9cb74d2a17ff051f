package zhangfa.rulebook.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import zhangfa.rulebook.document.Unreadable.Reason;
import zhangfa.rulebook.structure.Manuscript.Line;

/** Reading in a process of its own. */
class DocumentsTests {

    @Test
    void aDocumentComesBackAsItWasRead() throws Unreadable {
        var manuscript = new Documents().read("第一条 甲\n第二条 乙".getBytes(UTF_8), "a.txt");
        assertThat(manuscript.lines()).containsExactly(Line.of("第一条 甲"), Line.of("第二条 乙"));
    }

    @Test
    void aPageThatNeedsMoreMemoryThanItGetsCostsItsOwnProcessOnly() {
        var page = "<i>".repeat(4_000_000).getBytes(UTF_8);
        assertThatThrownBy(() -> new Documents().read(page, "a.html"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void whoeverTakesTooLongIsStopped() {
        var documents = new Documents(0);
        assertThatThrownBy(() -> documents.read("第一条 甲".getBytes(UTF_8), "a.txt"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_SLOW));
    }
}
