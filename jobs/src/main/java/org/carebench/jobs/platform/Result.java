package org.carebench.jobs.platform;

import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a batch: exactly one of reading and problem is there.
 *
 * @param <T> what is read
 */
public record Result<T>(@Nullable T reading, @Nullable PlatformProblem problem) {

    public static <T> Result<T> read(T reading) {
        return new Result<>(reading, null);
    }

    public static <T> Result<T> failed(PlatformProblem problem) {
        return new Result<>(null, problem);
    }
}
