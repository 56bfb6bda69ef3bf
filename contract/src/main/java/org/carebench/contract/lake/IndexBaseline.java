package org.carebench.contract.lake;

import java.io.Serializable;

/**
 * The periods whose values later ones are compared with, so that progress shows.
 *
 * @param start first day of the first of them, as 2024-01-01, or {@code first}: the first period with data
 * @param periods how many periods with data they are
 */
public record IndexBaseline(String start, int periods) implements Serializable {

    /** Stands for the first period with data. */
    public static final String FIRST = "first";

    public IndexBaseline {
        if (periods < 1) {
            throw new IllegalArgumentException("Cannot use the baseline: it has " + periods + " periods");
        }
    }
}
