package org.carebench.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    /**
     * A review before it is written, because most are only counted.
     *
     * @param seed of everything else about it
     */
    record Draft(
            Instant createdAt,
            int number,
            int stars,
            @Nullable Instant deletedAt,
            long seed) {

        boolean isVisibleAt(Instant at) {
            return !createdAt.isAfter(at) && (deletedAt == null || deletedAt.isAfter(at));
        }
    }

    /** Every review ever written, in the order of days. */
    List<Draft> drafts() {
        List<Draft> drafts = new ArrayList<>();
        long firstDay = scenario.firstDay().minusYears(YEARS_BEFORE).toEpochDay();
        for (long day = firstDay; day <= scenario.lastDay().toEpochDay(); day++) {
            Draws draws = Draws.of(Draws.seed(account.seed(), 21, day));
            int count = Math.min(PlatformIds.NUMBERS, draws.poisson(perDay));
            for (int number = 0; number < count; number++) {
                Instant createdAt =
                        Instant.ofEpochSecond(day * 86_400).plusMillis((long) (draws.uniform() * 86_400_000));
                Draft draft = draft(createdAt, number, draws.nextSeed());
                if (createdAt.isBefore(model.silentFrom())) {
                    drafts.add(draft);
                }
            }
        }
        return List.copyOf(drafts);
    }

    private Draft draft(Instant createdAt, int number, long seed) {
        Draws draws = Draws.of(Draws.seed(seed, 1));
        int stars = draws.chance(0.2) ? 2 + draws.below(3) : draws.chance(fiveStarShare) ? 5 : 1;
        boolean deleted = draws.chance(scenario.dirt().deletedComments());
        Instant deletedAt = createdAt.plus(Duration.ofHours(1 + draws.below(4000)));
        int given = stars > 3 && complaint(seed, createdAt, stars) != null ? 2 : stars;
        return new Draft(createdAt, number, given, deleted ? deletedAt : null, seed);
    }

    /** A review as it reads at an instant. */
    Review written(Draft draft, Instant at) {
        Draws draws = Draws.of(Draws.seed(draft.seed(), 2));
        Person author =
                Names.person(Platform.GOOGLE, draws.below(scenario.dialogue().persons()));
        @Nullable PainTheme theme = complaint(draft.seed(), draft.createdAt(), draft.stars());
        boolean edited = draws.chance(0.03);
        Instant editedAt = draft.createdAt().plus(Duration.ofHours(1 + draws.below(2000)));
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
                PlatformIds.review(draft.createdAt(), account.index(), draft.number()),
                author,
                draws.chance(0.1),
                draft.stars(),
                draft.createdAt(),
                isEdited ? editedAt : draft.createdAt(),
                draft.deletedAt(),
                hasText ? isEdited ? Texts.edited(text, editedAt) : text : null,
                language,
                theme,
                reply(draws, draft.createdAt(), language, at));
    }

    private @Nullable PainTheme complaint(long seed, Instant createdAt, int stars) {
        Draws draws = Draws.of(Draws.seed(seed, 3));
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
