package org.carebench.jobs.run;

import org.jspecify.annotations.Nullable;

/**
 * How far an execution is.
 *
 * @param step what it is doing
 * @param done units that are done; NULL where it does not count
 * @param expected units that there are in all; NULL where it does not count
 */
public record RunProgress(
        String step, @Nullable Long done, @Nullable Long expected) {}
