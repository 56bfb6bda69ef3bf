package org.carebench.simulator.world;

import java.time.Instant;

/**
 * A planted pain point: a share of what is written to a provider within the time complains about one theme.
 *
 * @param share of the comments, mentions and reviews with text
 */
public record PainPoint(Provider provider, PainTheme theme, Instant from, Instant to, double share) {}
