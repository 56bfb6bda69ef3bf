package org.carebench.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.carebench.jobs.collect.TestCollections;
import org.carebench.jobs.config.CarebenchProperties.Source;
import org.carebench.jobs.config.CarebenchProperties.Spark;
import org.carebench.jobs.config.CarebenchProperties.Vintage;
import org.carebench.jobs.config.CarebenchProperties.Warehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class CarebenchPropertiesTest {

    private static final String CONFIG =
            Path.of("../config").toAbsolutePath().normalize().toString();

    private final ApplicationContextRunner least = new ApplicationContextRunner()
            .withUserConfiguration(Properties.class)
            .withPropertyValues(
                    "carebench.root=/opt/carebench",
                    "carebench.home=.carebench",
                    "carebench.input=input",
                    "carebench.profile=test",
                    "carebench.first-business-date=2022-03-01",
                    "carebench.warehouse.url=",
                    "carebench.spark.master=local[2]",
                    "carebench.sources[0].id=a",
                    "carebench.sources[0].format=cms-oas-cahps",
                    "carebench.sources[0].platform=cms",
                    "carebench.sources[0].vintages[0].as-of=2024-07-01",
                    "carebench.sources[0].vintages[0].file=a.csv");

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CarebenchProperties.class)
    static class Properties {}

    @Test
    void hasDefaultsForWhatAProfileNeedNotSay() {
        least.run(context -> {
            CarebenchProperties properties = context.getBean(CarebenchProperties.class);

            assertThat(properties.synthetic()).isFalse();
            assertThat(properties.parallelSources()).isEqualTo(2);
            assertThat(properties.spark()).isEqualTo(new Spark("local[2]", List.of(), Map.of()));
            assertThat(properties.sources())
                    .containsExactly(new Source(
                            "a",
                            "cms-oas-cahps",
                            "cms",
                            1,
                            List.of(new Vintage(LocalDate.parse("2024-07-01"), "a.csv", Map.of(), Map.of()))));
        });
    }

    @Test
    void readsEveryKey() {
        least.withPropertyValues(
                        "carebench.synthetic=true",
                        "carebench.parallel-sources=5",
                        "carebench.warehouse.url=jdbc:postgresql://127.0.0.1:5432/w",
                        "carebench.warehouse.user=u",
                        "carebench.warehouse.password=p",
                        "carebench.spark.java-options[0]=-Xmx1g",
                        "carebench.spark.conf[spark.ui.enabled]=false",
                        "carebench.sources[0].minimum-rows=0",
                        "carebench.sources[0].vintages[0].references.footnotes=f.csv",
                        "carebench.sources[0].vintages[0].settings.phone-region=US",
                        "carebench.sources[0].vintages[1].as-of=2022-03-01",
                        "carebench.sources[0].vintages[1].file=b.csv")
                .run(context -> assertThat(context.getBean(CarebenchProperties.class))
                        .isEqualTo(new CarebenchProperties(
                                Path.of("/opt/carebench"),
                                Path.of(".carebench"),
                                Path.of("input"),
                                "test",
                                true,
                                LocalDate.parse("2022-03-01"),
                                5,
                                new Warehouse("jdbc:postgresql://127.0.0.1:5432/w", "u", "p"),
                                new Spark("local[2]", List.of("-Xmx1g"), Map.of("spark.ui.enabled", "false")),
                                List.of(new Source(
                                        "a",
                                        "cms-oas-cahps",
                                        "cms",
                                        0,
                                        List.of(
                                                new Vintage(
                                                        LocalDate.parse("2024-07-01"),
                                                        "a.csv",
                                                        Map.of("footnotes", "f.csv"),
                                                        Map.of("phone-region", "US")),
                                                new Vintage(
                                                        LocalDate.parse("2022-03-01"), "b.csv", Map.of(), Map.of())))),
                                TestCollections.DEFAULTS,
                                Map.of(),
                                TestCollections.SERVING)));
    }

    @Test
    void readsRelativeFoldersFromTheRoot() {
        least.run(context -> {
            CarebenchProperties properties = context.getBean(CarebenchProperties.class);

            assertThat(properties.homeFolder()).isEqualTo(Path.of("/opt/carebench/.carebench"));
            assertThat(properties.inputFolder()).isEqualTo(Path.of("/opt/carebench/input"));
            assertThat(properties.configFolder()).isEqualTo(Path.of("/opt/carebench/config"));
            assertThat(properties.lake()).isEqualTo(Path.of("/opt/carebench/.carebench/lake"));
            assertThat(properties.site()).isEqualTo(Path.of("/opt/carebench/.carebench/site"));
            assertThat(properties.logs()).isEqualTo(Path.of("/opt/carebench/.carebench/logs"));
        });
        least.withPropertyValues("carebench.home=/var/carebench", "carebench.input=../data")
                .run(context -> {
                    CarebenchProperties properties = context.getBean(CarebenchProperties.class);

                    assertThat(properties.homeFolder()).isEqualTo(Path.of("/var/carebench"));
                    assertThat(properties.inputFolder()).isEqualTo(Path.of("/opt/data"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"carebench.paralel-sources", "carebench.warehouse.pasword", "carebench.sources[0].minimum-row"})
    void refusesAnUnknownKey(String key) {
        least.withPropertyValues(key + "=1")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("were left unbound")
                        .hasMessageContaining(key));
    }

    @ParameterizedTest
    @CsvSource({
        "carebench.parallel-sources, 0, must be greater than 0",
        "carebench.profile, '', must not be blank",
        "carebench.spark.master, '', must not be blank",
        "carebench.sources[0].id, '', must not be blank",
        "carebench.sources[0].minimum-rows, -1, must be greater than or equal to 0",
        "carebench.sources[0].vintages[0].file, '', must not be blank"
    })
    void refusesAValueThatCannotBe(String key, String value, String complaint) {
        least.withPropertyValues(key + "=" + value)
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining(complaint));
    }

    @Test
    void refusesADateThatIsNone() {
        least.withPropertyValues("carebench.first-business-date=2022-02-30")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("carebench.first-business-date")
                        .rootCause()
                        .hasMessageContaining("2022-02-30"));
    }

    @Test
    void refusesAProfileWithoutSources() {
        new ApplicationContextRunner()
                .withUserConfiguration(Properties.class)
                .withPropertyValues("carebench.profile=test")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("sources")
                        .hasMessageContaining("must not be empty"));
    }

    @ParameterizedTest
    @CsvSource({"public-data, false", "sample, true"})
    void readsTheProfilesThatComeWithTheProgram(String profile, boolean isSynthetic) {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(Properties.class)
                .withPropertyValues(
                        "spring.config.location=file:" + CONFIG + "/application.yaml,file:" + CONFIG + "/profiles/"
                                + profile + ".yaml",
                        "carebench.root=/opt/carebench")
                .run(context -> {
                    CarebenchProperties properties = context.getBean(CarebenchProperties.class);

                    assertThat(properties.profile()).isEqualTo(profile);
                    assertThat(properties.synthetic()).isEqualTo(isSynthetic);
                    assertThat(properties.firstBusinessDate()).isEqualTo(LocalDate.parse("2022-03-01"));
                    assertThat(properties.sources())
                            .extracting(Source::id)
                            .containsExactly(
                                    "cms-hospitals",
                                    "hifld-hospitals",
                                    "cms-hcahps-recommend",
                                    "cms-hvbp",
                                    "cms-oas-cahps",
                                    "youtube-crosswalk",
                                    "youtube-videos",
                                    "nhs-feedback");
                    assertThat(properties.spark().conf()).containsEntry("spark.ui.enabled", "false");
                    assertThat(properties.warehouse().password()).isEmpty();
                });
    }
}
