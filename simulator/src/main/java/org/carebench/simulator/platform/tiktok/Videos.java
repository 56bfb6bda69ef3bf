package org.carebench.simulator.platform.tiktok;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** Owned accounts and their videos. */
final class Videos {

    private final World world;

    Videos(World world) {
        this.world = world;
    }

    Optional<Account> owned(@Nullable String id, Instant at) {
        return id == null
                ? Optional.empty()
                : world.account(Platform.TIKTOK, id)
                        .filter(account -> account.relation() == Relation.OWNED && account.isReadableAt(at));
    }

    Optional<Post> video(Account account, String id, Instant at) {
        return world.post(Platform.TIKTOK, id, at)
                .filter(post -> post.account().stableId().equals(account.stableId()));
    }

    static String address(Post post, Instant at) {
        return "https://www.tiktok.com/@" + post.account().handleAt(at) + "/video/" + post.id();
    }

    /**
     * A part of a list.
     *
     * @param cursor where the next part begins
     */
    record Part<T>(List<T> items, long cursor, boolean hasMore) {

        /** The part after those that come before the first one that a test holds for. */
        static <T> int first(List<T> all, Predicate<T> test) {
            int first = 0;
            while (first < all.size() && !test.test(all.get(first))) {
                first++;
            }
            return first;
        }
    }

    /**
     * Videos before an instant, newest first; the cursor is the time of the last one in milliseconds.
     *
     * @param before milliseconds, or 0 for the newest
     */
    Part<Post> page(Account account, long before, int count, Instant at) {
        List<Post> posts = world.posts(account, at);
        int start = before == 0 ? 0 : Part.first(posts, post -> post.createdAt().toEpochMilli() < before);
        int end = Math.min(start + count, posts.size());
        List<Post> items = posts.subList(start, end);
        long cursor = items.isEmpty()
                ? before
                : items.get(items.size() - 1).createdAt().toEpochMilli();
        return new Part<>(items, cursor, end < posts.size());
    }
}
