package org.carebench.landing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sums of "" and "abc" are those of the standard, FIPS 180-4; the third was computed with sha256sum. */
class ChecksumTest {

    private static final String OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String OF_200_000_BLANKS = "4be18bdb9e2869a68b8ed73b0327fb01c9b920082d7b9d4dd6b6287b4c1947b8";

    @Test
    void isTheSha256OfAText() {
        assertThat(Checksum.ofText("")).isEqualTo(OF_NOTHING);
        assertThat(Checksum.ofText("abc")).isEqualTo(OF_ABC);
    }

    @Test
    void isTheSha256OfAFile(@TempDir Path folder) throws IOException {
        assertThat(Checksum.ofFile(Files.writeString(folder.resolve("empty"), "")))
                .isEqualTo(OF_NOTHING);
        assertThat(Checksum.ofFile(Files.writeString(folder.resolve("abc"), "abc")))
                .isEqualTo(OF_ABC);
        assertThat(Checksum.ofFile(Files.writeString(folder.resolve("long"), " ".repeat(200_000))))
                .isEqualTo(OF_200_000_BLANKS);
    }
}
