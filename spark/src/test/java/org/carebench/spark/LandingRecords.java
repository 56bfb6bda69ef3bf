package org.carebench.spark;

import java.time.Instant;
import java.time.LocalDate;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.Facility;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.Organization;
import org.carebench.contract.dataset.Outcome;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
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
