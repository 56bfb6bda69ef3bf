package org.carebench.simulator.world;

import java.time.LocalDate;

/**
 * What a platform tells the owner of an account about a day, bounded by the zone that the platform uses.
 *
 * @param settled whether it will not change any more
 */
public record DailyInsight(
        LocalDate day,
        long reach,
        long views,
        long impressions,
        long newFollowers,
        long lostFollowers,
        long profileViews,
        long engagements,
        long clicks,
        boolean settled) {}
