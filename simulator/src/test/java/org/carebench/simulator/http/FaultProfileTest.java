package org.carebench.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultProfileTest {

    private final Path file;

    FaultProfileTest(@TempDir Path folder) {
        this.file = folder.resolve("profile.yaml");
    }

    private FaultProfile read(String yaml) throws IOException {
        return FaultProfile.read(Files.writeString(file, yaml));
    }

    @Test
    void fillsInWhatAFileLeavesOut() throws IOException {
        FaultProfile profile = read("""
                seed: 3
                limit-share: {youtube: 0.5}
                faults:
                  - {kind: server-error, rate: 0.25}
                """);

        assertThat(profile)
                .isEqualTo(new FaultProfile(
                        3,
                        Map.of("youtube", 0.5),
                        List.of(new FaultRule(
                                FaultKind.SERVER_ERROR,
                                "*",
                                "*",
                                FaultReach.ATTEMPT,
                                0.25,
                                1,
                                1.0,
                                null,
                                null,
                                null,
                                List.of()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed: 3",
                "faults: [{kind: earthquake, rate: 1}]",
                "faults: [{rate: 1}]",
                "faults: [{kind: slow, rate: 1.5}]",
                "faults: [{kind: renamed-field, rate: 1, field: likes}]",
                "faults: [{kind: slow, rate: 1, speed: 2}]",
                "faults: {"
            })
    void refusesWhatIsNoProfile(String yaml) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(yaml))
                .withMessageStartingWith("Cannot read fault profile " + file + ": ");
    }

    @Test
    void everyKindHasAProfileOfItsNameAndStandsInTheOneOfAll() throws IOException {
        Set<FaultKind> kinds = FaultProfile.read(Path.of("faults/all.yaml")).faults().stream()
                .map(FaultRule::kind)
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder(FaultKind.values());
        for (FaultKind kind : FaultKind.values()) {
            Path own = Path.of("faults", kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".yaml");
            assertThat(FaultProfile.read(own).faults())
                    .isNotEmpty()
                    .allSatisfy(rule -> assertThat(rule.kind()).isEqualTo(kind));
        }
        assertThat(FaultProfile.read(Path.of("faults/none.yaml")).faults()).isEmpty();
    }

    @Test
    void everyFileIsAProfile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("faults"))) {
            assertThat(files).hasSizeGreaterThan(FaultKind.values().length).allSatisfy(FaultProfile::read);
        }
    }

    @Test
    void noFaultThatPassesTakesMoreAttemptsThanACallerMakes() throws IOException {
        List<FaultRule> passing = FaultProfile.read(Path.of("faults/all.yaml")).faults().stream()
                .filter(rule -> rule.reach() == FaultReach.ATTEMPT)
                .toList();

        assertThat(passing)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.attempts()).isLessThanOrEqualTo(2));
    }
}
