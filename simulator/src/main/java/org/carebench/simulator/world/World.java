package org.carebench.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The invented world. Every answer is a pure function of the scenario and the arguments: independent of the order of
 * questions, and of the clock.
 *
 * <p>{@code at} is the instant at which the world stands: what did not exist yet, or is deleted by then, is not visible.
 * Intervals include their start and exclude their end. Implementations may be asked by many threads at once.
 */
public interface World {

    Scenario scenario();

    /** Providers in the order of their ids. */
    List<Provider> providers();

    /** Every account that ever exists on a platform, in the order of {@link Account#index()}. */
    List<Account> accounts(Platform platform);

    /** The account with this stable id, whatever its status; servers ask {@link Account#statusAt}. */
    Optional<Account> account(Platform platform, String stableId);

    /**
     * The account that bears this handle at the instant; an earlier handle finds nothing. Upper and lower case are the
     * same. Accounts created later are not found; others are, whatever their status.
     *
     * @param handle on Mastodon with its home server, as user@server
     */
    Optional<Account> accountByHandle(Platform platform, String handle, Instant at);

    AccountCounters counters(Account account, Instant at);

    /** What the model gives an account to do, whatever chance makes of it. */
    Tendencies tendencies(Account account);

    /**
     * Visible posts of an account, newest claimed time first: originals, quotes and reposts, and where
     * {@link Platform#listsReplies()} also its replies.
     */
    List<Post> posts(Account account, Instant at);

    /** A visible post of an account by its id; a repost by the id of the repost, not of what it passes on. */
    Optional<Post> post(Platform platform, String postId, Instant at);

    /** Counters of a visible post as the platform stores them; whether it shows them is the server's matter. */
    PostCounters counters(Post post, Instant at);

    /** Text of a post as it reads at the instant (edits change it); blank for a bare photo or an unchanged repost. */
    String text(Post post, Instant at);

    /** Visible comments on and replies under a post, oldest first. An answer to a deleted comment is still there. */
    List<Interaction> comments(Post post, Instant at);

    /** Visible posts of others that quote a post, oldest first. */
    List<Interaction> quotes(Post post, Instant at);

    /**
     * Visible posts of others that name an account, and what answers them, oldest first, written within the interval.
     * Quotes of its posts are not among them.
     */
    List<Interaction> mentions(Account account, Instant from, Instant to, Instant at);

    /** A visible comment, reply, quote or mention by its id. */
    Optional<Interaction> interaction(Platform platform, String interactionId, Instant at);

    /** Visible reviews of a {@link Platform#GOOGLE} account, newest change first. */
    List<Review> reviews(Account account, Instant at);

    /** Public posts of persons on health topics, oldest first, written within the interval and visible. */
    List<Discussion> discussions(Platform platform, Instant from, Instant to, Instant at);

    /** A visible public post by its id. */
    Optional<Discussion> discussion(Platform platform, String discussionId, Instant at);

    /** What the platform tells the owner about each day, first day first; days not over at the instant are missing. */
    List<DailyInsight> insights(Account account, LocalDate fromDay, LocalDate toDay, Instant at);

    /** An invented person by id, of those who write on the platform. */
    Optional<Person> person(Platform platform, String personId);

    /** What patients said in the survey of a year. */
    List<SurveyOutcome> outcomes();

    List<Campaign> campaigns();

    List<PainPoint> painPoints();
}
