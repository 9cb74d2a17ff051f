package zhangfa.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaceTests {

    @Test
    void aChineseNameShowsItsLastCharacter() {
        assertThat(Face.of("欧阳明远").initials()).isEqualTo("远");
    }

    @Test
    void aRareCharacterOutsideTheBasicPlaneStaysWhole() {
        assertThat(Face.of("王𠮷").initials()).isEqualTo("𠮷");
    }

    @Test
    void aLatinNameShowsTwoInitials() {
        assertThat(Face.of("jack van wang")).satisfies(face -> {
            assertThat(face.initials()).isEqualTo("JV");
            assertThat(face.isWide()).isTrue();
        });
    }

    @Test
    void theSamePersonAlwaysHasTheSameColour() {
        assertThat(Face.of("林晓雯").colour()).isEqualTo(Face.of("林晓雯").colour()).isBetween(0, 7);
    }
}
