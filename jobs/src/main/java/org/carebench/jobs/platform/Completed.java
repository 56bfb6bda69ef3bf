package org.carebench.jobs.platform;

import java.util.List;

/**
 * An item of a listing with what took a request of its own.
 *
 * @param problems what could not be read of it; equal problems of several items are one
 */
public record Completed<T>(T item, List<ItemProblem> problems) {

    public Completed {
        problems = List.copyOf(problems);
    }
}
