package org.carebench.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.TestInstallation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every test has a business date of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightsIT {

    private final TestInstallation installation;
    private final Nights nights;

    NightsIT(@TempDir Path root) throws IOException {
        installation = TestInstallation.start(root);
        nights = installation.bean(Nights.class);
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    @Test
    void givesEqualInputsTheSameRevision() {
        BusinessDate day = BusinessDate.parse("2024-01-01");

        assertThat(nights.revisionOf(day, "a")).isEqualTo(new ReleaseId(day, 1));
        assertThat(nights.revisionOf(day, "a")).isEqualTo(new ReleaseId(day, 1));
    }

    @Test
    void givesOtherInputsTheNextRevision() {
        BusinessDate day = BusinessDate.parse("2024-01-02");

        assertThat(nights.revisionOf(day, "a")).isEqualTo(new ReleaseId(day, 1));
        assertThat(nights.revisionOf(day, "b")).isEqualTo(new ReleaseId(day, 2));
        assertThat(nights.revisionOf(day, "a")).isEqualTo(new ReleaseId(day, 3));
        assertThat(nights.inputFingerprint(new ReleaseId(day, 2))).isEqualTo("b");
        assertThat(nights.newestFirst(day)).startsWith(new ReleaseId(day, 3));
    }

    @Test
    void countsEveryBusinessDateForItself() {
        nights.revisionOf(BusinessDate.parse("2024-01-03"), "a");

        assertThat(nights.revisionOf(BusinessDate.parse("2024-01-04"), "b").revision())
                .isOne();
    }

    @Test
    void knowsNothingOfADateThatWasNeverBegun() {
        assertThat(nights.newestFirst(BusinessDate.parse("2024-01-05"))).isEmpty();
        assertThat(nights.isPublished(ReleaseId.parse("2024-01-05.1"))).isFalse();
    }

    @Test
    void givesConcurrentRunsOfEqualInputsOneRevision() throws Exception {
        BusinessDate day = BusinessDate.parse("2024-01-06");

        assertThat(concurrently(IntStream.range(0, 8).mapToObj(i -> "a").toList(), day))
                .containsOnly(new ReleaseId(day, 1));
    }

    @Test
    void givesConcurrentRunsOfOtherInputsRevisionsOfTheirOwn() throws Exception {
        BusinessDate day = BusinessDate.parse("2024-01-07");

        assertThat(concurrently(
                        IntStream.range(0, 8).mapToObj(Integer::toString).toList(), day))
                .extracting(ReleaseId::revision)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    }

    private List<ReleaseId> concurrently(List<String> fingerprints, BusinessDate day) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(fingerprints.size());
        try {
            List<Callable<ReleaseId>> calls = new ArrayList<>();
            fingerprints.forEach(fingerprint -> calls.add(() -> nights.revisionOf(day, fingerprint)));
            List<ReleaseId> releases = new ArrayList<>();
            for (Future<ReleaseId> release : threads.invokeAll(calls)) {
                releases.add(release.get());
            }
            return releases;
        } finally {
            threads.shutdownNow();
        }
    }
}
