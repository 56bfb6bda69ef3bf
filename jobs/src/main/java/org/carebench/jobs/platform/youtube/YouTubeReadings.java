package org.carebench.jobs.platform.youtube;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.UnreadableItemException;
import org.jspecify.annotations.Nullable;

/** Collects one page: an item that cannot be read becomes a problem and spoils no other. */
final class YouTubeReadings<T> {

    private final List<T> items = new ArrayList<>();
    private final List<ItemProblem> problems = new ArrayList<>();

    /** Adds what becomes of an item of an answer. */
    void add(YouTubeResponse response, Fields item, Supplier<T> reading) {
        try {
            items.add(reading.get());
        } catch (UnreadableItemException e) {
            failed(item.text("id").orElse(""), response.incomplete(e.field()));
        }
    }

    void failed(String subject, PlatformProblem problem) {
        problems.add(new ItemProblem(subject, problem));
    }

    Page<T> page(@Nullable String next) {
        return new Page<>(items, problems, next);
    }
}
