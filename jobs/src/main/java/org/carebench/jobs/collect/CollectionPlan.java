package org.carebench.jobs.collect;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether and on what a night collects live platforms.
 *
 * @param isDue whether platforms are to be asked
 * @param attempt number of the collection of this business date, the one that is due included; 0 without any
 * @param earlier release id of the sealed revision of the same business date that a due collection goes on from, or whose
 *     collection is taken over; NULL where there is none
 * @param predecessor release id of the night before; NULL where there is none
 * @param history release ids of nights before whose collected files belong to the night, oldest first
 * @param remark what a reader should know, for example why nothing is collected; empty where there is nothing to say
 */
public record CollectionPlan(
        boolean isDue,
        int attempt,
        @Nullable String earlier,
        @Nullable String predecessor,
        List<String> history,
        String remark)
        implements Serializable {

    public CollectionPlan {
        history = List.copyOf(history);
    }

    /** What identifies the collected input: equal texts stand for equal inputs. */
    public String fingerprint() {
        return "collection " + attempt + " after " + history;
    }
}
