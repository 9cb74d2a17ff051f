package zhangfa.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTests {

    @Test
    void foldersAreNotPartOfAName() {
        assertThat(FileName.shown("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.shown("C:\\报销\\发票.pdf")).isEqualTo("发票.pdf");
        assertThat(FileName.shown("a\nb/c\r\n.pdf")).isEqualTo("c.pdf");
    }

    @Test
    void invisibleCharactersCannotTurnAnEndingRound() {
        assertThat(FileName.shown("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
    }

    @Test
    void nothingIsStillAName() {
        assertThat(FileName.shown("")).isEqualTo("file");
        assertThat(FileName.shown("..")).isEqualTo("file");
        assertThat(FileName.shown("a/")).isEqualTo("file");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileName.shown("票".repeat(300) + ".pdf"))
                .hasSize(200)
                .endsWith("票.pdf")
                .contains("…");
    }

    @Test
    void markupIsOnlyText() {
        assertThat(FileName.shown("<b>1<br>.pdf")).isEqualTo("<b>1<br>.pdf");
    }
}
