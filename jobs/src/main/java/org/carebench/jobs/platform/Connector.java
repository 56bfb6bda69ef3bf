package org.carebench.jobs.platform;

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

    /** How many accounts one request reads. */
    int accountsPerRequest();

    /** How many posts one request refreshes. */
    int postsPerRefresh();

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
     * @param accounts at most {@link #accountsPerRequest()}, all with the same credential and home server
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

    /**
     * Reads the counters of known posts again.
     *
     * @param posts at most {@link #postsPerRefresh()}, all of accounts with the same credential and home server
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
