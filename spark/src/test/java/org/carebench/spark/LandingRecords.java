package org.carebench.spark;

import java.time.Instant;
import java.time.LocalDate;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountInsight;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.CoverageState;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.Discussion;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.Interaction;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.OrganizationTrait;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.RatingScale;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.dataset.ReplyState;
import org.carebench.contract.dataset.Review;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.jspecify.annotations.Nullable;

/** Invented landing records; a test states only what matters to it. */
public final class LandingRecords {

    public static final Instant OBSERVED = Instant.parse("2025-12-06T00:00:00Z");
    private static final LocalDate AS_OF = LocalDate.of(2024, 7, 1);

    private LandingRecords() {}

    /** What identifies a building: the provider of a registry and the facility of a directory both have it. */
    public record Place(
            @Nullable String name,
            @Nullable String address,
            @Nullable String state,
            @Nullable String zip,
            @Nullable String phone) {

        public Place named(String other) {
            return new Place(other, address, state, zip, phone);
        }

        public Place at(String other) {
            return new Place(name, other, state, zip, phone);
        }

        public Place called(@Nullable String other) {
            return new Place(name, address, state, zip, other);
        }

        public Place in(String other) {
            return new Place(name, address, other, zip, phone);
        }
    }

    public static final Place BIRCH = new Place("Birch Hospital", "1 Birch Street", "AL", "01234", "(555) 010-0001");

    public static Organization organization(String id, Place place) {
        return organization(id, place, "US", "Proprietary", 2);
    }

    public static Organization organization(
            String id, Place place, String country, @Nullable String ownership, long line) {
        return new Organization(
                "cms:" + id,
                "cms",
                id,
                "" + place.name(),
                "Acute Care Hospitals",
                ownership,
                place.address(),
                "Birchtown",
                "Birch",
                place.state(),
                place.zip(),
                country,
                place.phone(),
                true,
                null,
                MeasureState.NOT_AVAILABLE,
                null,
                AS_OF,
                "cms-hospitals",
                line);
    }

    public static Facility facility(String id, Place place, @Nullable Integer beds) {
        return facility(id, place, null, true, beds);
    }

    public static Facility facility(
            String id, Place place, @Nullable String alternativeName, boolean isOpen, @Nullable Integer beds) {
        return new Facility(
                "hifld:" + id,
                "" + place.name(),
                alternativeName,
                place.address(),
                "Birchtown",
                place.state(),
                place.zip(),
                place.phone(),
                "GENERAL",
                isOpen,
                beds,
                beds == null ? MeasureState.NOT_AVAILABLE : MeasureState.REPORTED,
                AS_OF,
                "hifld-hospitals",
                2);
    }

    public static TraitRow trait(String id, String source, LocalDate asOf) {
        return new TraitRow(id, source, asOf, null, null, null, null, null);
    }

    /** What a source says of a provider: nothing, until a test adds to it. */
    public record TraitRow(
            String id,
            String source,
            LocalDate asOf,
            @Nullable String system,
            @Nullable Boolean isIndependent,
            @Nullable Boolean isTeaching,
            @Nullable Boolean isRural,
            @Nullable Integer beds) {

        public TraitRow system(String other) {
            return new TraitRow(id, source, asOf, other, false, isTeaching, isRural, beds);
        }

        public TraitRow independent() {
            return new TraitRow(id, source, asOf, null, true, isTeaching, isRural, beds);
        }

        public TraitRow teaching(boolean other) {
            return new TraitRow(id, source, asOf, system, isIndependent, other, isRural, beds);
        }

        public TraitRow rural(boolean other) {
            return new TraitRow(id, source, asOf, system, isIndependent, isTeaching, other, beds);
        }

        public TraitRow beds(int other) {
            return new TraitRow(id, source, asOf, system, isIndependent, isTeaching, isRural, other);
        }

        public OrganizationTrait record() {
            return new OrganizationTrait(
                    "cms:" + id, system, isIndependent, isTeaching, isRural, beds, asOf, source, 2);
        }
    }

    public static AccountLink link(String account, String organizationId, LinkEvidence evidence, long line) {
        return new AccountLink(
                "youtube:" + account, organizationId, "youtube", account, evidence, AS_OF, "youtube-crosswalk", line);
    }

    public static AccountSnapshot account(String account, Instant observedAt, long followers) {
        return new AccountSnapshot(
                "youtube:" + account,
                observedAt,
                "youtube",
                null,
                account,
                AccountStatus.ACTIVE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Measure.reported(followers, Precision.ROUNDED, "youtube.subscriber_count.v1"),
                notInSource("subscription_count"),
                notInSource("video_count"),
                notInSource("channel_view_count"),
                notInSource("rating_count"),
                notInSource("rating"),
                "youtube-videos",
                2);
    }

    public static PostSnapshot post(
            String id, @Nullable String account, Instant observedAt, String topic, @Nullable Long views, long line) {
        String definition = "youtube.view_count.v1";
        return new PostSnapshot(
                "youtube:" + id,
                observedAt,
                "youtube",
                account == null ? null : "youtube:" + account,
                PostKind.ORIGINAL,
                OBSERVED.minusSeconds(line * 86_400),
                null,
                null,
                null,
                null,
                null,
                "VIDEO",
                "Title of " + id,
                "Text of " + id,
                0,
                topic,
                60L,
                false,
                views == null
                        ? Measure.missing(MeasureState.NOT_AVAILABLE, definition)
                        : Measure.reported(views, Precision.EXACT, definition),
                Measure.reported(3, Precision.EXACT, "youtube.like_count.v1"),
                Measure.missing(MeasureState.DISABLED, "youtube.comment_count.v1"),
                notInSource("share_count"),
                notInSource("quote_count"),
                notInSource("save_count"),
                notInSource("impression_count"),
                notInSource("reach"),
                notInSource("click_count"),
                "youtube-videos",
                line);
    }

    private static Measure notInSource(String counter) {
        return Measure.missing(MeasureState.NOT_IN_SOURCE, "youtube." + counter + ".v1");
    }

    /** A link that a night read from the roster of a live platform. */
    public static AccountLink rosterLink(String account, String organizationId, LocalDate night) {
        return new AccountLink(
                account, organizationId, "bluesky", "Birch Hospital", LinkEvidence.VERIFIED, night, "bluesky-0", 1);
    }

    public static AccountSnapshot liveAccount(
            String account, Instant observedAt, String handle, AccountStatus status, long followers) {
        return new AccountSnapshot(
                account,
                observedAt,
                "bluesky",
                handle,
                "Birch Hospital",
                status,
                null,
                true,
                false,
                true,
                null,
                null,
                null,
                null,
                Measure.reported(followers, Precision.EXACT, "bluesky.followers.v1"),
                Measure.reported(3, Precision.EXACT, "bluesky.following.v1"),
                Measure.reported(9, Precision.EXACT, "bluesky.posts.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.views.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.ratings.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.rating.v1"),
                "bluesky-0",
                1);
    }

    /** A post of a platform that counts likes and replies and no views. */
    public static PostSnapshot livePost(String id, PostKind kind, Instant observedAt, long likes) {
        return livePost(
                id,
                kind,
                observedAt,
                false,
                Measure.reported(likes, Precision.EXACT, "bluesky.likes.v1"),
                Measure.reported(2, Precision.EXACT, "bluesky.replies.v1"));
    }

    /** What lands of a live post that was found to be gone. */
    public static PostSnapshot tombstone(String id, Instant observedAt) {
        return livePost(
                id,
                PostKind.ORIGINAL,
                observedAt,
                true,
                Measure.missing(MeasureState.NOT_AVAILABLE, "bluesky.likes.v1"),
                Measure.missing(MeasureState.NOT_AVAILABLE, "bluesky.replies.v1"));
    }

    private static PostSnapshot livePost(
            String id, PostKind kind, Instant observedAt, boolean isRemoved, Measure likes, Measure comments) {
        return new PostSnapshot(
                id,
                observedAt,
                "bluesky",
                "bluesky:birch",
                kind,
                OBSERVED.minusSeconds(86_400),
                null,
                isRemoved ? null : "https://social.example/" + id,
                isRemoved ? null : "en",
                null,
                null,
                isRemoved ? null : "IMAGE",
                null,
                isRemoved ? null : "Text of " + id,
                0,
                null,
                null,
                isRemoved,
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.views.v1"),
                likes,
                comments,
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.reposts.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.quotes.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.saves.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.impressions.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.reach.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.clicks.v1"),
                "bluesky-0",
                1);
    }

    public static Interaction interaction(String id, String account, Instant observedAt, String text, long likes) {
        return new Interaction(
                id,
                observedAt,
                account,
                "bluesky",
                InteractionKind.COMMENT,
                false,
                "bluesky:post",
                null,
                "pseudonym-1",
                false,
                OBSERVED.minusSeconds(3_600),
                text,
                0,
                "en",
                Measure.reported(likes, Precision.EXACT, "bluesky.likes.v1"),
                "bluesky-0",
                1);
    }

    public static Discussion discussion(String id, String search, Instant observedAt, long likes) {
        return new Discussion(
                id,
                search,
                observedAt,
                "bluesky",
                "US-AL",
                "en",
                "pseudonym-2",
                OBSERVED.minusSeconds(7_200),
                "Long waits again",
                0,
                Measure.reported(likes, Precision.EXACT, "bluesky.likes.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.replies.v1"),
                Measure.missing(MeasureState.NOT_IN_SOURCE, "bluesky.reposts.v1"),
                "bluesky-0",
                1);
    }

    public static AccountInsight insight(String account, LocalDate day, Instant observedAt, @Nullable Long reach) {
        return new AccountInsight(
                account,
                "reach",
                day,
                observedAt,
                "America/Los_Angeles",
                "instagram",
                reach == null
                        ? Measure.missing(MeasureState.PENDING, "instagram.reach.v1")
                        : Measure.reported(reach, Precision.EXACT, "instagram.reach.v1"),
                "instagram-0",
                1);
    }

    public static AccountCoverage coverage(
            String account, DataFamily family, CoverageState state, @Nullable String reason) {
        return new AccountCoverage(
                account,
                "cms:1",
                family,
                LocalDate.of(2025, 12, 6),
                1,
                "bluesky",
                Relation.OTHER,
                state,
                reason,
                4,
                null,
                null,
                "bluesky-0",
                1);
    }

    public static Problem platformProblem(long line, String message) {
        return new Problem(
                "bluesky-0",
                "app.bsky.feed.getAuthorFeed",
                line,
                ProblemCode.GONE,
                null,
                null,
                "bluesky:birch",
                "bluesky:post",
                DataFamily.POSTS,
                null,
                false,
                message);
    }

    /** A review of a live platform. */
    public static Review liveReview(String id, String organizationId, Instant observedAt, int stars) {
        return new Review(
                id,
                organizationId,
                "google",
                "google:birch",
                observedAt,
                OBSERVED.minusSeconds(86_400),
                null,
                RatingScale.STARS_1_5,
                stars,
                ReplyState.NONE,
                null,
                null,
                "Invented words of " + id,
                0,
                null,
                null,
                null,
                null,
                MeasureState.NOT_IN_SOURCE,
                LocalDate.of(2025, 12, 6),
                "google-0",
                1);
    }

    public static Outcome outcome(String organizationId, @Nullable Double value, @Nullable Long n, long line) {
        return new Outcome(
                organizationId,
                "hcahps_recommend_top",
                LocalDate.of(2024, 1, 1),
                null,
                value,
                value == null ? MeasureState.NOT_AVAILABLE : MeasureState.REPORTED,
                Precision.ROUNDED,
                "top_box_pct",
                n,
                n == null ? MeasureState.NOT_AVAILABLE : MeasureState.REPORTED,
                null,
                null,
                "1",
                AS_OF,
                "cms-hcahps-recommend",
                line);
    }

    public static Review review(String id, String organizationId, long line) {
        return new Review(
                "nhs-feedback:" + id,
                organizationId,
                "nhs-feedback",
                null,
                null,
                null,
                null,
                null,
                null,
                ReplyState.NOT_IN_SOURCE,
                null,
                "What was good?",
                "Invented words of " + id,
                0,
                "c1",
                "Care",
                null,
                2,
                MeasureState.REPORTED,
                AS_OF,
                "nhs-feedback",
                line);
    }
}
