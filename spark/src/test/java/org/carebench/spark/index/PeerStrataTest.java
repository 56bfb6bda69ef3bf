package org.carebench.spark.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerStrataTest {

    private final List<StratumTraits> providers = new ArrayList<>();

    @Test
    void keepsALargeStratumAlone() {
        add(60, "1-49", true, false);
        add(60, "50-99", true, false);

        assertThat(of("1-49", true, false)).isEqualTo("1-49 beds, rural, not teaching");
        assertThat(of("50-99", true, false)).isEqualTo("50-99 beds, rural, not teaching");
    }

    @Test
    void mergesASmallStratumWithTheNearestBedClass() {
        add(59, "1-49", false, false);
        add(100, "50-99", false, false);
        add(70, "400+", false, false);

        assertThat(of("1-49", false, false)).isEqualTo("1-49 to 50-99 beds, urban, not teaching");
        assertThat(of("50-99", false, false)).isEqualTo("1-49 to 50-99 beds, urban, not teaching");
        assertThat(of("400+", false, false)).isEqualTo("400+ beds, urban, not teaching");
    }

    @Test
    void mergesWithTheSmallerOfTwoNeighboursThatAreEquallyNear() {
        add(80, "1-49", false, false);
        add(10, "50-99", false, false);
        add(70, "100-199", false, false);

        assertThat(of("50-99", false, false)).isEqualTo("50-99 to 100-199 beds, urban, not teaching");
        assertThat(of("1-49", false, false)).isEqualTo("1-49 beds, urban, not teaching");
    }

    @Test
    void goesOnMergingUntilTheStratumIsLargeEnough() {
        add(20, "1-49", false, true);
        add(30, "50-99", false, true);
        add(40, "100-199", false, true);

        assertThat(of("100-199", false, true)).isEqualTo("1-49 to 100-199 beds, urban, teaching");
    }

    @Test
    void leavesWhatStaysTooSmallToOther() {
        add(30, "400+", true, true);
        add(30, "1-49", false, true);
        add(100, "100-199", false, false);

        assertThat(of("400+", true, true)).isEqualTo(PeerStrata.OTHER);
        assertThat(of("1-49", false, true)).isEqualTo(PeerStrata.OTHER);
        assertThat(of("100-199", false, false)).isEqualTo("100-199 beds, urban, not teaching");
    }

    @Test
    void addsTheSmallestStratumToOtherWhereThatIsTooSmall() {
        add(3, "400+", true, true);
        add(100, "100-199", false, false);
        add(90, "1-49", false, false);

        assertThat(of("400+", true, true)).isEqualTo(PeerStrata.OTHER);
        assertThat(of("1-49", false, false)).isEqualTo(PeerStrata.OTHER);
        assertThat(of("100-199", false, false)).isEqualTo("100-199 beds, urban, not teaching");
    }

    @Test
    void putsAFewProvidersTogether() {
        add(3, "400+", true, true);
        add(5, "1-49", false, false);

        assertThat(of("400+", true, true)).isEqualTo(PeerStrata.OTHER);
        assertThat(of("1-49", false, false)).isEqualTo(PeerStrata.OTHER);
    }

    @Test
    void treatsWhatIsNotKnownAsAGroupOfItsOwn() {
        add(60, null, null, null);
        add(60, "1-49", null, false);

        assertThat(of(null, null, null)).isEqualTo("unknown beds, rurality unknown, teaching unknown");
        assertThat(of("1-49", null, false)).isEqualTo("1-49 beds, rurality unknown, not teaching");
    }

    @Test
    void doesNotMergeUnknownBedsWithABedClass() {
        add(10, null, false, false);
        add(60, "1-49", false, false);
        add(60, "400+", false, false);

        assertThat(of(null, false, false)).isEqualTo(PeerStrata.OTHER);
    }

    @Test
    void putsAProviderWithoutItsLikeToTheNearestBedClass() {
        add(60, "1-49", false, false);
        add(60, "200-399", false, false);

        assertThat(of("400+", false, false)).isEqualTo("200-399 beds, urban, not teaching");
        assertThat(of("400+", true, false)).isEqualTo(PeerStrata.OTHER);
    }

    @Test
    void refusesABedClassThatIsNotDefined() {
        add(1, "7", false, false);

        assertThatThrownBy(() -> of("7", false, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bed class 7");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyStratumIsLargeEnoughWhateverTheOrder(long seed) {
        Random random = new Random(seed);
        for (String bedClass : IndexRules.BED_CLASSES) {
            for (boolean rural : new boolean[] {true, false}) {
                add(random.nextInt(120), bedClass, rural, true);
                add(random.nextInt(40), bedClass, rural, false);
                add(random.nextInt(40), null, rural, null);
            }
        }
        List<StratumTraits> shuffled = new ArrayList<>(providers);
        Collections.shuffle(shuffled, random);

        PeerStrata strata = PeerStrata.of(providers, IndexRules.BED_CLASSES, 60);
        PeerStrata ofShuffled = PeerStrata.of(shuffled, IndexRules.BED_CLASSES, 60);

        assertThat(providers.stream().collect(Collectors.groupingBy(strata::of, Collectors.counting())))
                .allSatisfy((stratum, number) -> assertThat(number).isGreaterThanOrEqualTo(60));
        assertThat(providers)
                .allSatisfy(traits -> assertThat(ofShuffled.of(traits)).isEqualTo(strata.of(traits)));
    }

    private void add(int number, String bedClass, Boolean isRural, Boolean isTeaching) {
        providers.addAll(Collections.nCopies(number, new StratumTraits(bedClass, isRural, isTeaching)));
    }

    private String of(String bedClass, Boolean isRural, Boolean isTeaching) {
        return PeerStrata.of(providers, IndexRules.BED_CLASSES, 60)
                .of(new StratumTraits(bedClass, isRural, isTeaching));
    }
}
