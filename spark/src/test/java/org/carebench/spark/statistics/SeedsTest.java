package org.carebench.spark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedsTest {

    @ParameterizedTest
    @CsvSource({
        "'', ef46db3751d8e999",
        "a, d24ec4f1a98c6e5b",
        "abc, 44bc2cf5ad770999",
        "Nobody inspects the spammish repetition, fbcea83c8a378bf1"
    })
    void hashesAsPublished(String text, String hash) {
        assertThat(XxHash64.of(text.getBytes(StandardCharsets.UTF_8), 0)).isEqualTo(Long.parseUnsignedLong(hash, 16));
    }

    @Test
    void hashesEveryLengthAsSparkDoes() {
        Random random = new Random(1);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            long seed = random.nextLong();

            assertThat(XxHash64.of(bytes, seed))
                    .isEqualTo(XXH64.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, length, seed));
        }
    }

    @Test
    void joinsTheNames() {
        assertThat(Seeds.of("er_7d", "2024-Q1", "100-199", "high-low", "3"))
                .isEqualTo(XxHash64.of("er_7d|2024-Q1|100-199|high-low|3".getBytes(StandardCharsets.UTF_8), 0))
                .isNotEqualTo(Seeds.of("er_7d", "2024-Q1", "100-199", "high-low", "4"));
    }

    @Test
    void refusesANameThatWouldRunIntoTheNext() {
        assertThatThrownBy(() -> Seeds.of("er|7d", "2024-Q1", "100-199", "high-low", "3"))
                .hasMessageContaining("er|7d contains a |");
    }
}
