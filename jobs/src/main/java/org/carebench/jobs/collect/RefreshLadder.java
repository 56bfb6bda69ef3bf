package org.carebench.jobs.collect;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import org.carebench.contract.lake.CollectionState.PostState;

/** When counters of a post are read again: at the configured ages in days, and every night while a post is missing. */
final class RefreshLadder {

    private final TreeSet<Integer> ages;

    RefreshLadder(List<Integer> ages) {
        this.ages = new TreeSet<>(ages);
    }

    /** Whether a rung has come since the post was last observed. */
    boolean isDue(PostState post, LocalDate businessDate) {
        if (post.absences() > 0) {
            return true;
        }
        LocalDate published = day(post);
        return ages.stream()
                .map(published::plusDays)
                .anyMatch(rung -> !rung.isAfter(businessDate) && rung.isAfter(post.observedOn()));
    }

    /** Whether a later night can still have to read the post. */
    boolean isOver(PostState post, LocalDate businessDate) {
        return post.absences() == 0
                && !day(post).plusDays(ages.last()).isAfter(businessDate)
                && !isDue(post, businessDate);
    }

    /** The oldest age that is read again, in days. */
    int lastAge() {
        return ages.last();
    }

    private static LocalDate day(PostState post) {
        return LocalDate.ofInstant(post.publishedAt(), ZoneOffset.UTC);
    }
}
