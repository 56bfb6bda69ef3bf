package org.carebench.spark.statistics;

import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * A binary property of two groups compared within strata and pooled (Mantel and Haenszel 1959). Odds ratio and test use
 * the strata with no empty row or column; the risk difference those with no empty row, since a stratum without any case
 * tells that the risks are equal there.
 *
 * @param oddsRatio HIGH over LOW; NULL where it is not finite or no stratum counts
 * @param oddsRatioInterval of Robins, Breslow and Greenland (1986); NULL where the odds ratio is NULL or 0
 * @param chiSquared without continuity correction, one degree of freedom; NULL where no stratum counts
 * @param pValue NULL with chiSquared
 * @param riskDifference share with the property in HIGH less that in LOW; NULL where no stratum holds both groups
 * @param riskDifferenceInterval of Greenland and Robins (1985); NULL with the difference, or where its variance is 0
 * @param strata number of strata behind the odds ratio
 */
public record MantelHaenszel(
        @Nullable Double oddsRatio,
        @Nullable Interval oddsRatioInterval,
        @Nullable Double chiSquared,
        @Nullable Double pValue,
        @Nullable Double riskDifference,
        @Nullable Interval riskDifferenceInterval,
        int strata) {

    public static MantelHaenszel of(List<TwoByTwo> tables) {
        List<TwoByTwo> withoutEmptyRow =
                tables.stream().filter(t -> t.high() > 0 && t.low() > 0).toList();
        List<TwoByTwo> complete = withoutEmptyRow.stream()
                .filter(t -> t.with() > 0 && t.without() > 0)
                .toList();
        PooledOdds odds = PooledOdds.of(complete);
        Double chiSquared = chiSquared(complete);
        PooledRisk risk = PooledRisk.of(withoutEmptyRow);
        return new MantelHaenszel(
                odds.ratio,
                odds.interval,
                chiSquared,
                chiSquared == null ? null : ChiSquaredDistribution.of(1).survivalProbability(chiSquared),
                risk.difference,
                risk.interval,
                complete.size());
    }

    private static @Nullable Double chiSquared(List<TwoByTwo> tables) {
        if (tables.isEmpty()) {
            return null;
        }
        CompensatedSum excess = new CompensatedSum();
        CompensatedSum variance = new CompensatedSum();
        for (TwoByTwo table : tables) {
            double all = table.all();
            excess.add(table.highWith() - table.high() * (double) table.with() / all);
            variance.add(
                    (double) table.high() * table.low() * table.with() * table.without() / (all * all * (all - 1)));
        }
        return excess.value() * excess.value() / variance.value();
    }

    private record PooledOdds(
            @Nullable Double ratio, @Nullable Interval interval) {

        static PooledOdds of(List<TwoByTwo> tables) {
            CompensatedSum concordant = new CompensatedSum();
            CompensatedSum discordant = new CompensatedSum();
            CompensatedSum ofConcordant = new CompensatedSum();
            CompensatedSum mixed = new CompensatedSum();
            CompensatedSum ofDiscordant = new CompensatedSum();
            for (TwoByTwo table : tables) {
                double all = table.all();
                double r = table.highWith() * (double) table.lowWithout() / all;
                double s = table.highWithout() * (double) table.lowWith() / all;
                double p = (table.highWith() + table.lowWithout()) / all;
                concordant.add(r);
                discordant.add(s);
                ofConcordant.add(p * r);
                mixed.add(p * s + (1 - p) * r);
                ofDiscordant.add((1 - p) * s);
            }
            double r = concordant.value();
            double s = discordant.value();
            if (s == 0) {
                return new PooledOdds(null, null);
            }
            if (r == 0) {
                return new PooledOdds(0.0, null);
            }
            double variance = ofConcordant.value() / (2 * r * r)
                    + mixed.value() / (2 * r * s)
                    + ofDiscordant.value() / (2 * s * s);
            return new PooledOdds(
                    r / s, Interval.normal(Math.log(r / s), Math.sqrt(variance)).map(Math::exp));
        }
    }

    private record PooledRisk(
            @Nullable Double difference, @Nullable Interval interval) {

        static PooledRisk of(List<TwoByTwo> tables) {
            if (tables.isEmpty()) {
                return new PooledRisk(null, null);
            }
            CompensatedSum differences = new CompensatedSum();
            CompensatedSum weights = new CompensatedSum();
            CompensatedSum variances = new CompensatedSum();
            for (TwoByTwo table : tables) {
                double all = table.all();
                double high = table.high();
                double low = table.low();
                differences.add((table.highWith() * low - table.lowWith() * high) / all);
                weights.add(high * low / all);
                variances.add((table.highWith() * (double) table.highWithout() * low * low * low
                                + table.lowWith() * (double) table.lowWithout() * high * high * high)
                        / (high * low * all * all));
            }
            double difference = differences.value() / weights.value();
            double error = Math.sqrt(variances.value()) / weights.value();
            return new PooledRisk(difference, error > 0 ? Interval.normal(difference, error) : null);
        }
    }
}
