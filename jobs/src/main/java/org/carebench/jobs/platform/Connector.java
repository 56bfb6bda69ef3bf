package org.carebench.jobs.platform;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.DataFamily;

/**
 * Reads one platform. It knows the platform's addresses, shapes and errors, and nothing of nights, landing or retries. Every
 * operation sends one request, or the few that belong together, through the shared {@link ApiClient}, and is called by
 * several threads at once.
 *
 * <p>A request that fails as a whole throws {@link PlatformException}; a single item that fails is an {@link Result} or an
 * {@link ItemProblem}, and the others are read. What the {@link CapabilityMatrix} does not offer is never called.
 */
public interface Connector {

    /** Name of the platform in the lake, for example bluesky. */
    String platform();

    CapabilityMatrix capabilities();

    /** How many accounts like this one are read by one request. */
    int accountsPerRequest(AccountRef account);

    /** How many posts of accounts like this one are refreshed by one request. */
    int postsPerRefresh(AccountRef account);

    /**
     * What reading costs in units of the platform's quota, for planning a night: an estimate of the requests of a family for
     * so many items. 0 on platforms without a quota.
     */
    long estimatedCost(DataFamily family, int items);

    /**
     * Whether ids of posts and comments hold the id of their author. Then those of others than the account's owner land as
     * keyed digests only.
     */
    default boolean idsNameAuthors() {
        return false;
    }

    /**
     * Reads profiles and counters.
     *
     * @param accounts at most {@link #accountsPerRequest}, all with the same credential and home server
     * @return a result for every account that was asked for. An account that cannot be read because of its status
     *     (suspended, deactivated, moved, private) is a reading with that status where the platform gives a stable id or one
     *     is known, or else a problem
     */
    Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts);

    /**
     * Lists an account's posts, the newest first as far as the platform orders them. Posts of others that the account passed
     * on are of kind REPOST, with the counters withheld where they are the original's.
     *
     * @param account resolved: its stable id is known
     */
    Page<PostReading> posts(AccountRef account, Window window, Cursor cursor);

    /** Whether a listing gives posts of an account without something that takes a request per post. */
    default boolean completesPosts(AccountRef account) {
        return false;
    }

    /**
     * Adds to a post of a listing what takes a request of its own, such as insights. It is called for posts that are wanted
     * only, and for many of them at once.
     *
     * @param listed as the listing gave it
     * @param observedAt when the night observes
     * @throws PlatformException where the post cannot be completed; where the access is to blame, the others are left as well
     */
    default Completed<PostReading> complete(AccountRef account, PostReading listed, Instant observedAt) {
        return new Completed<>(listed, List.of());
    }

    /**
     * Reads the counters of known posts again.
     *
     * @param posts at most {@link #postsPerRefresh}, all of accounts with the same credential and home server
     * @return a result for every post; one that is not there any more has a problem GONE
     */
    Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts);

    /** Lists comments and replies under a post. */
    Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor);

    /** Lists public posts of others that name the account. */
    Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor);

    /** Lists reviews of a provider, the last changed first. */
    Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor);

    /** Lists daily insights of an owned account; a retired metric is a problem of its own. */
    Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor);
}
