package org.carebench.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Daily figures that a platform shows the owner of an account. They settle two days after their day. */
final class InsightModel {

    private static final Duration SETTLING = Duration.ofDays(2);
    private static final double UNSETTLED = 0.9;

    private final AccountModel model;
    private final Platform platform;

    InsightModel(AccountModel model) {
        this.model = model;
        this.platform = model.account.platform();
    }

    /** Zone that bounds a platform's days. */
    static ZoneId zone(Platform platform) {
        return switch (platform) {
            case INSTAGRAM, FACEBOOK, YOUTUBE -> ZoneId.of("America/Los_Angeles");
            default -> ZoneOffset.UTC;
        };
    }

    List<DailyInsight> days(LocalDate from, LocalDate to, Instant at) {
        List<DailyInsight> days = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            Instant start = day.atStartOfDay(zone(platform)).toInstant();
            Instant end = day.plusDays(1).atStartOfDay(zone(platform)).toInstant();
            if (model.account.existsAt(start) && !end.isAfter(at) && start.isBefore(model.silentFrom())) {
                days.add(day(day, start, !end.plus(SETTLING).isAfter(at)));
            }
        }
        return days;
    }

    private DailyInsight day(LocalDate day, Instant start, boolean settled) {
        Draws draws = Draws.of(Draws.seed(model.account.seed(), 30, day.toEpochDay()));
        double kept = settled ? 1 : UNSETTLED;
        double followers = model.followers(start);
        long reach = Math.round(followers * draws.uniform(0.02, 0.15) * kept);
        long impressions = Math.round(reach * draws.uniform(1.1, 1.6));
        long gained = draws.poisson(Math.max(0.2, followers * 0.0008));
        long lost = draws.poisson(followers * 0.0003);
        return new DailyInsight(
                day,
                reach,
                Math.round(impressions * draws.uniform(0.3, 0.8)),
                impressions,
                Math.round(gained * kept),
                Math.round(lost * kept),
                Math.round(reach * draws.uniform(0.01, 0.06)),
                Math.round(reach * draws.uniform(0.005, 0.05)),
                Math.round(reach * draws.uniform(0.001, 0.02)),
                settled);
    }
}
