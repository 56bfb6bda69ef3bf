package org.carebench.jobs.source.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.config.CarebenchProperties.Source;
import org.carebench.jobs.config.CarebenchProperties.Vintage;
import org.carebench.jobs.source.NamedFile;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceVintage;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** The files that come with the program, read as their profile says. */
class SampleExportsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<SourceFormat> FORMATS =
            List.of(new MetaInstagramPosts(), new MetaFacebookPosts(), new SproutProfiles(), new SproutPosts());

    private final Map<String, Reading> readings = readings();

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(CarebenchProperties.class)
    static class Properties {}

    @Test
    void rejectsTheDamagedRowOfEachFile() {
        assertThat(readings.entrySet().stream()
                        .flatMap(reading -> reading.getValue().rejections().stream()
                                .map(rejection -> tuple(reading.getKey(), rejection.line(), rejection.code()))))
                .containsExactlyInAnyOrder(
                        tuple("instagram-export 2025-12-01", 7L, ProblemCode.INVALID_ID),
                        tuple("instagram-export 2025-12-06", 7L, ProblemCode.INVALID_ID),
                        tuple("facebook-export 2025-12-01", 4L, ProblemCode.UNREADABLE_VALUE),
                        tuple("sprout-profiles 2025-12-03", 6L, ProblemCode.UNKNOWN_ORGANIZATION),
                        tuple("sprout-posts 2025-12-03", 5L, ProblemCode.INVALID_ID));
    }

    @Test
    void readsNewerNumbersOfTheSamePosts() {
        assertThat(reels("2025-12-01").toList()).containsExactly(5400L);
        assertThat(reels("2025-12-06").toList()).containsExactly(6112L);
    }

    private Stream<Long> reels(String asOf) {
        return reading("instagram-export " + asOf).records(PostSnapshot.class).stream()
                .filter(post -> post.postId().equals("instagram:17900000000000102"))
                .map(post -> post.views().value());
    }

    @Test
    void readsPostsAndProfilesOfEveryTool() {
        assertThat(reading("facebook-export 2025-12-01").records(PostSnapshot.class))
                .extracting(PostSnapshot::postId, post -> post.reach().value())
                .containsExactly(
                        tuple("facebook:100000000000001_122158000000000201", 1903L),
                        tuple("facebook:100000000000002_122158000000000202", null));
        assertThat(reading("sprout-profiles 2025-12-03").records(AccountSnapshot.class))
                .extracting(
                        AccountSnapshot::accountId,
                        account -> account.followers().value())
                .containsExactly(
                        tuple("facebook:100000000000001", 12_345L),
                        tuple("facebook:100000000000001", 12_351L),
                        tuple("x:@dunmarlstowhosp", 3_210L),
                        tuple("instagram:@fennelstow.health", null));
        assertThat(reading("sprout-posts 2025-12-03").records(PostSnapshot.class))
                .extracting(PostSnapshot::postId)
                .containsExactly("x:1985000000000000001", "x:1985000000000000002", "youtube:DunOpenDay1");
        assertThat(reading("sprout-posts 2025-12-03").records(AccountLink.class))
                .extracting(AccountLink::accountId, AccountLink::organizationId)
                .containsExactly(
                        tuple("x:@dunmarlstowhosp", "cms:010951"),
                        tuple("youtube:UCinventedDunmarlstow0001", "cms:010951"));
    }

    @Test
    void landsNoTelephoneNumberAndNobodyOutsideTheCrosswalk() {
        assertThat(readings.values().stream().map(Reading::records).map(List::toString))
                .isNotEmpty()
                .noneMatch(records -> records.contains("555-0100"))
                .noneMatch(records -> records.toLowerCase(Locale.ROOT).contains("somebody.invented"));
    }

    private Reading reading(String sourceAndDate) {
        return Objects.requireNonNull(readings.get(sourceAndDate), sourceAndDate);
    }

    private static Map<String, Reading> readings() {
        Map<String, Reading> readings = new HashMap<>();
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(Properties.class)
                .withPropertyValues(
                        "spring.config.location=file:" + ROOT + "/config/application.yaml,file:" + ROOT
                                + "/config/profiles/exports.yaml",
                        "carebench.root=" + ROOT)
                .run(context -> {
                    CarebenchProperties properties = context.getBean(CarebenchProperties.class);
                    for (Source source : properties.sources()) {
                        FORMATS.stream()
                                .filter(format -> format.name().equals(source.format()))
                                .forEach(format -> source.vintages()
                                        .forEach(vintage -> readings.put(
                                                source.id() + " " + vintage.asOf(),
                                                Reading.of(
                                                        format, vintage(properties.inputFolder(), source, vintage)))));
                    }
                });
        return readings;
    }

    private static SourceVintage vintage(Path input, Source source, Vintage vintage) {
        Map<String, NamedFile> references = new HashMap<>();
        vintage.references().forEach((role, name) -> references.put(role, new NamedFile(name, input.resolve(name))));
        return new SourceVintage(
                source.id(),
                source.platform(),
                vintage.asOf(),
                vintage.file(),
                input.resolve(vintage.file()),
                references,
                vintage.settings());
    }
}
