package org.carebench.jobs.collect;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.InterruptedPauseException;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.MissingCredentialException;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.UnreadableItemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls a connector so that whatever fails costs only what it concerns. */
final class Calls {

    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    /** A listing that does not end by itself is ended here; what it gave is kept. */
    private static final int MOST_PAGES = 2_000;

    private final Clock clock;

    Calls(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads a batch. One that is refused as a whole is halved until the item that is to blame stands alone.
     *
     * @return a result for every item
     */
    <I, R> Map<I, Result<R>> batch(List<I> items, Function<List<I>, Map<I, Result<R>>> call) {
        Map<I, Result<R>> results = new LinkedHashMap<>();
        try {
            Map<I, Result<R>> answered = guarded(() -> call.apply(items));
            for (I item : items) {
                Result<R> result = answered.get(item);
                results.put(item, result == null ? Result.failed(unanswered()) : result);
            }
        } catch (PlatformException e) {
            if (e.problem().code() == ProblemCode.BAD_REQUEST && items.size() > 1) {
                results.putAll(batch(items.subList(0, items.size() / 2), call));
                results.putAll(batch(items.subList(items.size() / 2, items.size()), call));
            } else {
                items.forEach(item -> results.put(item, Result.failed(e.problem())));
            }
        }
        return results;
    }

    /** Reads one thing. */
    <R> Result<R> one(Supplier<R> call) {
        try {
            return Result.read(guarded(call));
        } catch (PlatformException e) {
            return Result.failed(e.problem());
        }
    }

    /**
     * Reads the pages of a listing until it ends, or a whole page lies outside of what is wanted.
     *
     * @param id what makes an item unique within the listing; NULL where the platform gives none
     * @param isWanted whether an item still belongs to the stretch that is wanted
     */
    <T> Listing<T> listing(
            Function<Cursor, Page<T>> call,
            Function<T, @org.jspecify.annotations.Nullable Object> id,
            Predicate<T> isWanted) {
        List<T> items = new ArrayList<>();
        List<ItemProblem> problems = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        long repeated = 0;
        Cursor cursor = Cursor.START;
        boolean wasRestarted = false;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<T> page;
            try {
                Cursor at = cursor;
                page = guarded(() -> call.apply(at));
            } catch (PlatformException e) {
                // A position may have expired under us: the listing is begun once more, and repeats are dropped.
                if (cursor.position() != null && !wasRestarted && e.problem().code() == ProblemCode.CONTRACT_DRIFT) {
                    wasRestarted = true;
                    cursor = Cursor.START;
                    continue;
                }
                return new Listing<>(items, problems, repeated, e.problem(), clock.instant());
            }
            for (T item : page.items()) {
                Object itemId = id.apply(item);
                if (itemId == null || seen.add(itemId)) {
                    items.add(item);
                } else {
                    repeated++;
                }
            }
            problems.addAll(page.problems());
            boolean isBehind = !page.items().isEmpty() && page.items().stream().noneMatch(isWanted);
            if (page.next() == null || isBehind || page.next().equals(cursor.position())) {
                return new Listing<>(items, problems, repeated, null, clock.instant());
            }
            cursor = new Cursor(page.next());
        }
        PlatformProblem endless =
                PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "listing", "no end after " + MOST_PAGES + " pages");
        return new Listing<>(items, problems, repeated, endless, clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    private static PlatformProblem unanswered() {
        return PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "batch", "item was not answered");
    }

    /** Turns everything that may go wrong with one call into a problem of that call. */
    private static <R> R guarded(Supplier<R> call) {
        try {
            return call.get();
        } catch (PlatformException | InterruptedPauseException | CollectionStoppedException e) {
            throw e;
        } catch (MissingCredentialException e) {
            throw new PlatformException(
                    PlatformProblem.of(ProblemCode.AUTH_REVOKED, "credential", "not found or not whole"), e);
        } catch (UnreadableItemException e) {
            throw new PlatformException(
                    PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, "answer", "field " + e.field()), e);
        } catch (RuntimeException e) {
            // Without the message: it may quote what a patient wrote.
            LOG.error("A connector failed with {} at {}", e.getClass().getName(), firstFrames(e));
            throw new PlatformException(
                    PlatformProblem.of(
                            ProblemCode.CONTRACT_DRIFT,
                            "connector",
                            e.getClass().getSimpleName()),
                    e);
        }
    }

    private static List<StackTraceElement> firstFrames(RuntimeException failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return List.of(frames).subList(0, Math.min(8, frames.length));
    }
}
