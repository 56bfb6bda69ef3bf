package org.carebench.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.junit.jupiter.api.Test;

/** Moments of the generative model at a fixed seed, against the numbers that it is calibrated to. */
class ModelMomentsTest {

    private static final World DEMO = GeneratedWorld.of(Worlds.scenario("demo"));
    private static final Instant AT = Instant.parse("2026-06-30T02:00:00Z");

    @Test
    void integrationIsStandardAndDialogueGoesWithIt() {
        double[] integration =
                DEMO.providers().stream().mapToDouble(Provider::integration).toArray();
        double[] dialogue =
                DEMO.providers().stream().mapToDouble(Provider::dialogue).toArray();
        assertThat(mean(integration)).isCloseTo(0, within(1e-9));
        assertThat(deviation(integration)).isCloseTo(1, within(1e-9));
        assertThat(correlation(integration, dialogue)).isCloseTo(0.6, within(0.08));
    }

    @Test
    void outcomesAreCalibrated() {
        double[] published = DEMO.outcomes().stream()
                .map(SurveyOutcome::publishedPercent)
                .filter(Objects::nonNull)
                .mapToDouble(Integer::doubleValue)
                .toArray();
        assertThat(mean(published)).isCloseTo(69.3, within(1.5));
        assertThat(deviation(published)).isCloseTo(9.9, within(1.5));
        assertThat(DEMO.outcomes())
                .allSatisfy(o -> assertThat(o.publishedPercent() == null).isEqualTo(o.completed() < 100));
    }

    @Test
    void outcomesCarryTheEffectsOfTheScenario() {
        for (SurveyOutcome outcome : DEMO.outcomes()) {
            Provider provider = outcome.provider();
            assertThat(outcome.structuralPercent())
                    .isCloseTo(1.0 * provider.integration() + 2.0 * provider.dialogue(), within(1e-9));
        }
    }

    @Test
    void platformsAreAdoptedAsOftenAsTheScenarioSays() {
        double providers = DEMO.providers().size();
        assertThat(owners(Platform.FACEBOOK) / providers).isCloseTo(0.95, within(0.04));
        assertThat(owners(Platform.X) / providers).isCloseTo(0.55, within(0.07));
        assertThat(owners(Platform.TIKTOK) / providers).isCloseTo(0.20, within(0.07));
    }

    private static double owners(Platform platform) {
        return DEMO.accounts(platform).stream()
                .mapToInt(a -> a.organizationIds().size())
                .sum();
    }

    @Test
    void providersThatTalkMoreAnswerMoreAndSooner() {
        List<Account> accounts = DEMO.accounts(Platform.FACEBOOK);
        List<Double> dialogue = new ArrayList<>();
        List<Double> answered = new ArrayList<>();
        List<Double> delays = new ArrayList<>();
        for (Account account : accounts) {
            int asked = 0;
            int replied = 0;
            List<Double> hours = new ArrayList<>();
            for (Post post : DEMO.posts(account, AT)) {
                List<Interaction> thread = DEMO.comments(post, AT);
                for (Interaction comment : thread) {
                    if (comment.kind() == InteractionKind.COMMENT && comment.answerable()) {
                        asked++;
                    }
                    if (comment.isByOwner()) {
                        replied++;
                        hours.add(hoursAfterParent(comment, thread));
                    }
                }
            }
            if (asked >= 15 && !hours.isEmpty()) {
                dialogue.add(account.provider().dialogue());
                answered.add((double) replied / asked);
                delays.add(hours.stream()
                        .sorted()
                        .skip(hours.size() / 2)
                        .findFirst()
                        .orElseThrow());
            }
        }
        assertThat(dialogue).hasSizeGreaterThan(20);
        assertThat(correlation(array(dialogue), array(answered))).isGreaterThan(0.5);
        assertThat(correlation(array(dialogue), array(delays))).isLessThan(-0.2);
    }

    private static double hoursAfterParent(Interaction answer, List<Interaction> thread) {
        return thread.stream()
                .filter(c -> c.id().equals(answer.parentId()))
                .mapToDouble(
                        c -> Duration.between(c.createdAt(), answer.createdAt()).toMinutes() / 60.0)
                .findFirst()
                .orElse(9);
    }

    @Test
    void postsOfACampaignAreEngagedWithMore() {
        double within = 0;
        double without = 0;
        for (Campaign campaign : DEMO.campaigns()) {
            assertThat(campaign.accountIds()).isNotEmpty();
            List<Double> tagged = new ArrayList<>();
            List<Double> others = new ArrayList<>();
            for (String id : campaign.accountIds()) {
                Account account = DEMO.account(campaign.platform(), id).orElseThrow();
                for (Post post : DEMO.posts(account, AT)) {
                    if (post.kind() == PostKind.ORIGINAL) {
                        double likes = DEMO.counters(post, AT).likes();
                        (campaign.id().equals(post.campaign()) ? tagged : others).add(likes);
                        assertThat(DEMO.text(post, AT).contains("#" + campaign.tag()))
                                .isEqualTo(campaign.id().equals(post.campaign()));
                    }
                }
            }
            within += mean(array(tagged));
            without += mean(array(others));
        }
        assertThat(within / without).isGreaterThan(1.5);
    }

    @Test
    void plantedPainPointsAreWhatIsMostComplainedAbout() {
        int dominated = 0;
        int seen = 0;
        for (PainPoint point : DEMO.painPoints()) {
            for (Account account : DEMO.accounts(Platform.GOOGLE)) {
                if (account.provider().equals(point.provider())) {
                    List<Review> within = DEMO.reviews(account, AT).stream()
                            .filter(r -> !r.createdAt().isBefore(point.from()))
                            .filter(r -> r.createdAt().isBefore(point.to()))
                            .toList();
                    long about = within.stream()
                            .filter(r -> r.painPoint() == point.theme())
                            .count();
                    seen += within.size();
                    dominated += (int) about;
                }
            }
        }
        assertThat(seen).isGreaterThan(20);
        assertThat((double) dominated / seen).isCloseTo(0.65, within(0.15));
    }

    @Test
    void reviewsAreOneOrFiveStarsMostly() {
        List<Review> reviews = DEMO.accounts(Platform.GOOGLE).subList(0, 100).stream()
                .flatMap(a -> DEMO.reviews(a, AT).stream())
                .toList();
        long extreme =
                reviews.stream().filter(r -> r.stars() == 1 || r.stars() == 5).count();
        assertThat((double) extreme / reviews.size()).isGreaterThan(0.7);
        assertThat(reviews.stream().mapToInt(Review::stars).average().orElseThrow())
                .isCloseTo(3.26, within(0.25));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow());
    }

    private static double correlation(double[] first, double[] second) {
        double firstMean = mean(first);
        double secondMean = mean(second);
        double product = 0;
        for (int i = 0; i < first.length; i++) {
            product += (first[i] - firstMean) * (second[i] - secondMean);
        }
        return product / first.length / deviation(first) / deviation(second);
    }
}
