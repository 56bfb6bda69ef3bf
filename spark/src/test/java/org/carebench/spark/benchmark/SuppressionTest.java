package org.carebench.spark.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.spark.benchmark.Suppression.Reason.COMPLEMENTARY;
import static org.carebench.spark.benchmark.Suppression.Reason.FEWER_THAN_MINIMUM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.carebench.spark.benchmark.Suppression.Group;
import org.carebench.spark.benchmark.Suppression.Nested;
import org.carebench.spark.benchmark.Suppression.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SuppressionTest {

    private static final int MINIMUM = 11;

    private final Suppression suppression = new Suppression(MINIMUM);

    @Test
    void showsEverythingWhereNothingIsSmall() {
        assertThat(withhold(group("a", 11), group("b", 0), group("c", 400))).isEmpty();
    }

    @Test
    void withholdsTheSmallestOtherGroupSoThatASmallOneIsNotTheRemainder() {
        assertThat(withhold(group("a", 10), group("b", 40), group("c", 30)))
                .containsExactly(Map.entry("a", FEWER_THAN_MINIMUM), Map.entry("c", COMPLEMENTARY));
    }

    @Test
    void breaksTiesByName() {
        assertThat(withhold(group("a", 10), group("c", 30), group("b", 30)))
                .containsExactly(Map.entry("a", FEWER_THAN_MINIMUM), Map.entry("b", COMPLEMENTARY));
    }

    @Test
    void withholdsMoreWhereTheSmallOnesTogetherAreFewerThanTheMinimum() {
        assertThat(withhold(group("a", 4), group("b", 5), group("c", 30)))
                .containsEntry("c", COMPLEMENTARY)
                .hasSize(3);
    }

    @Test
    void isContentWhereTheSmallOnesTogetherReachTheMinimum() {
        assertThat(withhold(group("a", 6), group("b", 7), group("c", 30)))
                .containsExactly(Map.entry("a", FEWER_THAN_MINIMUM), Map.entry("b", FEWER_THAN_MINIMUM));
    }

    @Test
    void withholdsMoreWhereTheReasonsWouldGiveTheNumberAway() {
        // 1 + 11 = 12: whoever knows that one has 11 at least, knows that the other has 1.
        assertThat(withhold(group("a", 1), group("b", 11), group("c", 30))).containsEntry("c", COMPLEMENTARY);
        // 10 + 10 = 20: neither can have more than 10.
        assertThat(withhold(group("a", 10), group("b", 10), group("c", 30))).containsEntry("c", COMPLEMENTARY);
    }

    @Test
    void neverWithholdsZero() {
        assertThat(withhold(group("a", 3), group("b", 0), group("c", 20))).containsOnlyKeys("a", "c");
    }

    @Test
    void withholdsAGroupWhereAnyOfItsCountsIsSmall() {
        Map<String, Reason> reasons = suppression.withhold(
                List.of(
                        new Group("a", "", List.of(100L, 3L)),
                        new Group("b", "", List.of(90L, 0L)),
                        new Group("c", "", List.of(80L, 20L))),
                Set.of());

        assertThat(reasons).containsExactly(Map.entry("a", FEWER_THAN_MINIMUM), Map.entry("c", COMPLEMENTARY));
    }

    @Test
    void protectsAFineGroupFromItsCoarseTotal() {
        Nested nested = suppression.withhold(
                List.of(group("public", 65), group("private", 300)),
                Set.of(),
                List.of(
                        fine("federal", "public", 5),
                        fine("local", "public", 60),
                        fine("church", "private", 20),
                        fine("other", "private", 280)),
                Set.of());

        assertThat(nested.coarse()).isEmpty();
        assertThat(nested.fine())
                .containsExactly(Map.entry("federal", FEWER_THAN_MINIMUM), Map.entry("local", COMPLEMENTARY));
    }

    @Test
    void withholdsACoarseTotalWhoseFineGroupsCannotBeMadeSafe() {
        Nested nested = suppression.withhold(
                List.of(group("public", 20), group("private", 300), group("unknown", 40)),
                Set.of(),
                List.of(
                        fine("federal", "public", 10),
                        fine("local", "public", 10),
                        fine("church", "private", 300),
                        fine("unknown", "unknown", 40)),
                Set.of());

        assertThat(nested.coarse()).containsOnlyKeys("public", "unknown");
        assertThat(nested.fine()).containsOnlyKeys("federal", "local", "unknown");
    }

    /** An attacker takes what is shown from every total that is shown. */
    @ParameterizedTest
    @MethodSource("worlds")
    void leavesNoSmallRemainder(List<Group> coarse, List<Group> fine) {
        Nested nested = suppression.withhold(coarse, Set.of(), fine, Set.of());

        assertRemainderIsSafe(coarse, nested.coarse());
        assertRemainderIsSafe(fine, nested.fine());
        for (Group parent : coarse) {
            if (!nested.coarse().containsKey(parent.name())) {
                assertRemainderIsSafe(childrenOf(parent.name(), fine), nested.fine());
            }
        }
        assertRemainderIsSafe(
                fine.stream()
                        .filter(group -> nested.coarse().containsKey(group.parent()))
                        .toList(),
                nested.fine());
    }

    static List<Arguments> worlds() {
        List<Arguments> worlds = new ArrayList<>();
        for (int seed = 0; seed < 500; seed++) {
            worlds.add(world(new Random(seed)));
        }
        return worlds;
    }

    private static Arguments world(Random random) {
        List<Group> coarse = new ArrayList<>();
        List<Group> fine = new ArrayList<>();
        for (int parent = 0; parent < 4; parent++) {
            String name = "parent" + parent;
            int before = fine.size();
            for (int child = 0; child <= random.nextInt(4); child++) {
                int size = random.nextBoolean() ? random.nextInt(14) : random.nextInt(200);
                fine.add(fine(name + "child" + child, name, size));
            }
            coarse.add(group(
                    name,
                    fine.subList(before, fine.size()).stream()
                            .mapToLong(group -> group.counts().get(0))
                            .sum()));
        }
        // One large provider type, so that every world can be made safe.
        coarse.add(group("rest", 500));
        fine.add(fine("rest1", "rest", 240));
        fine.add(fine("rest2", "rest", 260));
        return Arguments.of(coarse, fine);
    }

    private static void assertRemainderIsSafe(List<Group> line, Map<String, Reason> reasons) {
        long remainder = line.stream()
                .filter(group -> reasons.containsKey(group.name()))
                .mapToLong(group -> group.counts().get(0))
                .sum();
        assertThat(line)
                .filteredOn(group -> !reasons.containsKey(group.name()))
                .allMatch(group -> group.counts().get(0) == 0 || group.counts().get(0) >= MINIMUM);
        assertThat(remainder == 0 || remainder >= MINIMUM)
                .as("remainder %s of %s, withheld %s", remainder, line, reasons)
                .isTrue();
    }

    private static List<Group> childrenOf(String parent, List<Group> fine) {
        return fine.stream().filter(group -> group.parent().equals(parent)).toList();
    }

    private Map<String, Reason> withhold(Group... groups) {
        return suppression.withhold(List.of(groups), Set.of());
    }

    private static Group group(String name, long count) {
        return fine(name, "", count);
    }

    private static Group fine(String name, String parent, long count) {
        return new Group(name, parent, List.of(count));
    }
}
