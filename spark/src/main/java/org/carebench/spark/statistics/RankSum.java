package org.carebench.spark.statistics;

/**
 * Sum of the mid-ranks of the first sample in the pooled one, less its smallest possible value: what Wilcoxon and Mann
 * and Whitney count, with its variance if both samples come from one population.
 *
 * @param u number of pairs in which the first value is the greater one; a tie counts one half
 * @param expected mean of u, n m / 2
 * @param variance variance of u, n m / 12 ((N + 1) - sum (t^3 - t) / (N (N - 1))) over ties of t values; 0 where all
 *     values are equal
 */
public record RankSum(double u, double expected, double variance) {

    public static RankSum of(SortedSample first, SortedSample second) {
        double pairs = (double) first.size() * second.size();
        double u = 0;
        for (int i = 0; i < first.size(); i++) {
            u += placement(first.at(i), second);
        }
        double all = (double) first.size() + second.size();
        double variance = pairs / 12 * ((all + 1) - ties(first, second) / (all * (all - 1)));
        return new RankSum(u, pairs / 2, variance);
    }

    /** How many values of a sample a value exceeds; a tie counts one half. */
    static double placement(double value, SortedSample sample) {
        return (sample.below(value) + (sample.size() - sample.above(value))) / 2.0;
    }

    private static double ties(SortedSample first, SortedSample second) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < first.size() || j < second.size()) {
            double value = j == second.size() || (i < first.size() && first.at(i) <= second.at(j))
                    ? first.at(i)
                    : second.at(j);
            int before = i + j;
            while (i < first.size() && first.at(i) == value) {
                i++;
            }
            while (j < second.size() && second.at(j) == value) {
                j++;
            }
            double tied = i + j - before;
            sum += tied * tied * tied - tied;
        }
        return sum;
    }
}
