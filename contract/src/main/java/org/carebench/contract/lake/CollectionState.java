package org.carebench.contract.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.PostKind;
import org.jspecify.annotations.Nullable;

/**
 * What a platform's collection remembers from one night to the next: an immutable file per shard and night. The state after
 * a night is a function of the state before it and of what the platform answered, so that a repeated night starts where the
 * first attempt did.
 *
 * @param platform for example bluesky
 * @param accounts in the order of the roster
 */
public record CollectionState(String platform, List<AccountState> accounts) {

    public CollectionState {
        accounts = List.copyOf(accounts);
    }

    /**
     * What is remembered of an account.
     *
     * @param rosterKey home server and handle, or stable id, as the roster spells them: finds the account again
     * @param stableId the platform's permanent id; NULL until the account was resolved
     * @param handle name under which the account answered last
     * @param postsReadTo posts published up to here have been listed without a gap; NULL before the first complete listing
     * @param fullListingOn business date of the last listing that went back as far as the settings say
     * @param mentionsReadTo as {@code postsReadTo}, for mentions
     * @param reviewsReadTo as {@code postsReadTo}, for reviews, by the instant of their last change
     * @param pending families that the night did not finish, with the instant from which it is worth to try again
     * @param posts posts whose counters are still read again
     */
    public record AccountState(
            String rosterKey,
            @Nullable String stableId,
            @Nullable String handle,
            @Nullable Instant postsReadTo,
            @Nullable LocalDate fullListingOn,
            @Nullable Instant mentionsReadTo,
            @Nullable Instant reviewsReadTo,
            Map<DataFamily, Instant> pending,
            List<PostState> posts) {

        public AccountState {
            pending = Map.copyOf(pending);
            posts = List.copyOf(posts);
        }

        /** The same account under the name that the roster now spells. */
        public AccountState withRosterKey(String key) {
            return new AccountState(
                    key, stableId, handle, postsReadTo, fullListingOn, mentionsReadTo, reviewsReadTo, pending, posts);
        }

        /** An account that was never read. */
        public static AccountState unknown(String rosterKey, @Nullable String stableId) {
            return new AccountState(rosterKey, stableId, null, null, null, null, null, Map.of(), List.of());
        }
    }

    /**
     * What is remembered of a post.
     *
     * @param postId id on the platform, without the platform's name
     * @param kind what kind of post it is
     * @param publishedAt when it was published
     * @param observedOn business date on which its counters were last read
     * @param absences business dates in a row on which it was asked for and was not there
     * @param commentsRead comments and quotes as counted when they were last read; NULL where they never were
     */
    public record PostState(
            String postId,
            PostKind kind,
            Instant publishedAt,
            LocalDate observedOn,
            int absences,
            @Nullable Long commentsRead) {

        /** The same post, asked for once more and not there. */
        public PostState absentOnceMore() {
            return new PostState(postId, kind, publishedAt, observedOn, absences + 1, commentsRead);
        }

        /** The same post, its comments read while the counter stood so. */
        public PostState withCommentsRead(@Nullable Long counted) {
            return new PostState(postId, kind, publishedAt, observedOn, absences, counted);
        }
    }
}
