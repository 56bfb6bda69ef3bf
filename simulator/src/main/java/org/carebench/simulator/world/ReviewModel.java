package org.carebench.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.carebench.simulator.world.Review.Reply;
import org.carebench.simulator.world.Review.State;
import org.jspecify.annotations.Nullable;

/** Reviews of one place: mostly one or five stars, of a mean that goes with what patients recommend. */
final class ReviewModel {

    private static final List<PainTheme> THEMES = List.of(PainTheme.values());

    private static final double MEAN_STARS = 3.26;
    private static final double SPREAD = 0.59;
    private static final double CORRELATION = 0.48;
    private static final double RECOMMEND_MEAN = 69.3;
    private static final double RECOMMEND_SPREAD = 9.9;
    private static final double DAYS_PER_QUARTER = 91.25;
    private static final int YEARS_BEFORE = 4;

    private final Scenario scenario;
    private final AccountModel model;
    private final Account account;
    private final List<PainPoint> painPoints;
    private final double fiveStarShare;
    private final double perDay;

    ReviewModel(Scenario scenario, AccountModel model, List<PainPoint> painPoints, SurveyOutcome outcome) {
        this.scenario = scenario;
        this.model = model;
        this.account = model.account;
        this.painPoints = painPoints;
        Draws draws = Draws.of(Draws.seed(account.seed(), 20));
        double recommended = (outcome.expectedPercent() - RECOMMEND_MEAN) / RECOMMEND_SPREAD;
        double mean = MEAN_STARS
                + SPREAD * (CORRELATION * recommended + Math.sqrt(1 - CORRELATION * CORRELATION) * draws.normal());
        fiveStarShare = Math.min(0.98, Math.max(0.02, (mean - 1.4) / 3.2));
        double size = Math.log(account.provider().beds() / 110.0);
        perDay = scenario.dialogue().reviewsPerQuarter()
                * Math.exp(0.5 * size + 0.4 * draws.normal())
                / DAYS_PER_QUARTER;
    }

    /** Reviews visible at an instant, newest change first. */
    List<Review> reviews(Instant at) {
        List<Review> reviews = new ArrayList<>();
        long firstDay = scenario.firstDay().minusYears(YEARS_BEFORE).toEpochDay();
        for (long day = firstDay; day <= scenario.lastDay().toEpochDay(); day++) {
            Draws draws = Draws.of(Draws.seed(account.seed(), 21, day));
            int count = Math.min(PlatformIds.NUMBERS, draws.poisson(perDay));
            for (int number = 0; number < count; number++) {
                Instant createdAt =
                        Instant.ofEpochSecond(day * 86_400).plusMillis((long) (draws.uniform() * 86_400_000));
                Review review = review(Draws.of(draws.nextSeed()), createdAt, number, at);
                boolean deleted =
                        review.deletedAt() != null && !review.deletedAt().isAfter(at);
                if (!createdAt.isAfter(at) && !deleted && createdAt.isBefore(model.silentFrom())) {
                    reviews.add(review);
                }
            }
        }
        reviews.sort(Comparator.comparing(Review::updatedAt).reversed().thenComparing(Review::id));
        return reviews;
    }

    private Review review(Draws draws, Instant createdAt, int number, Instant at) {
        Person author =
                Names.person(Platform.GOOGLE, draws.below(scenario.dialogue().persons()));
        int stars = draws.chance(0.2) ? 2 + draws.below(3) : draws.chance(fiveStarShare) ? 5 : 1;
        @Nullable PainTheme theme = complaint(draws, createdAt, stars);
        if (theme != null && stars > 3) {
            stars = 2;
        }
        boolean edited = draws.chance(0.03);
        Instant editedAt = createdAt.plus(Duration.ofHours(1 + draws.below(2000)));
        boolean deleted = draws.chance(scenario.dirt().deletedComments());
        Instant deletedAt = createdAt.plus(Duration.ofHours(1 + draws.below(4000)));
        boolean hasText = draws.chance(0.6);
        String language = "es".equals(account.provider().language()) && draws.chance(0.4) ? "es" : "en";
        String text = Texts.comment(
                draws.nextSeed(),
                language,
                account.provider(),
                theme,
                false,
                scenario.dialogue().personalDataShare());
        boolean isEdited = edited && !editedAt.isAfter(at);
        return new Review(
                account,
                PlatformIds.review(createdAt, account.index(), number),
                author,
                draws.chance(0.1),
                stars,
                createdAt,
                isEdited ? editedAt : createdAt,
                deleted ? deletedAt : null,
                hasText ? isEdited ? Texts.edited(text, editedAt) : text : null,
                language,
                theme,
                reply(draws, createdAt, language, at));
    }

    private @Nullable PainTheme complaint(Draws draws, Instant createdAt, int stars) {
        double planted = draws.uniform();
        PainTheme theme = draws.pick(THEMES);
        for (PainPoint point : painPoints) {
            if (!createdAt.isBefore(point.from()) && createdAt.isBefore(point.to()) && planted < point.share()) {
                return point.theme();
            }
        }
        return stars <= 2 ? theme : null;
    }

    private @Nullable Reply reply(Draws draws, Instant createdAt, String language, Instant at) {
        boolean replies = draws.chance(model.replyShare);
        Instant repliedAt = createdAt.plus(model.answerDelay(draws));
        double fate = draws.uniform();
        String text = Texts.answer(draws.nextSeed(), language);
        if (!replies || repliedAt.isAfter(at) || !repliedAt.isBefore(model.silentFrom())) {
            return null;
        }
        boolean fresh = repliedAt.plus(Duration.ofDays(2)).isAfter(at);
        State state = fate < 0.03 ? State.REJECTED : fate < 0.1 && fresh ? State.PENDING : State.APPROVED;
        return new Reply(text, repliedAt, state);
    }
}
