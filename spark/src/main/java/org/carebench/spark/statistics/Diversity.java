package org.carebench.spark.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How evenly items are spread over a fixed list of K categories, with the correction of Miller and Madow (1955) for few
 * items: H = -sum p ln p + (categories seen - 1) / (2 n).
 *
 * @param entropy H in nats, at most ln K
 * @param effectiveCategories Hill number exp(H), from 1 to K: so many equally frequent categories are as diverse
 * @param evenness H / ln K, from 0 to 1
 */
public record Diversity(double entropy, double effectiveCategories, double evenness) {

    /**
     * Diversity of counted items.
     *
     * @param items items of every category, 0 included; an item of L categories counts 1 / L in each
     * @return NULL where there is no item
     * @throws IllegalArgumentException for fewer than 2 categories, or where a count is negative or not finite
     */
    public static @Nullable Diversity of(double[] items) {
        if (items.length < 2) {
            throw new IllegalArgumentException("Cannot measure diversity: there are " + items.length + " categories");
        }
        SortedSample counts = SortedSample.of(items);
        if (counts.min() < 0) {
            throw new IllegalArgumentException("Cannot measure diversity: a category has " + counts.min() + " items");
        }
        int seen = counts.above(0);
        if (seen == 0) {
            return null;
        }
        CompensatedSum n = new CompensatedSum();
        counts.ascending().forEach(n::add);
        CompensatedSum entropy = new CompensatedSum();
        counts.ascending()
                .filter(count -> count > 0)
                .map(count -> count / n.value())
                .forEach(p -> entropy.add(-p * Math.log(p)));
        entropy.add((seen - 1) / (2 * n.value()));
        double most = Math.log(items.length);
        double corrected = Math.min(entropy.value(), most);
        return new Diversity(corrected, Math.min(Math.exp(corrected), items.length), corrected / most);
    }
}
