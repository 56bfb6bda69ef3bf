package org.carebench.jobs.platform.facebook;

import java.util.Optional;

/**
 * Which fields of a Page are asked for. One that the version does not have fails the whole request, so that they are tried
 * from the most to the fewest.
 */
enum PageFields {
    /** With what tells how complete the profile is. */
    WITH_PROFILE(true, true),
    WITH_RATINGS(false, true),
    /** Meta may take the ratings away, as it did with single reviews. */
    BASIC(false, false);

    private static final String FIELDS = "id,name,username,followers_count,is_published,verification_status";

    private final boolean hasProfile;
    private final boolean hasRatings;

    PageFields(boolean hasProfile, boolean hasRatings) {
        this.hasProfile = hasProfile;
        this.hasRatings = hasRatings;
    }

    boolean hasProfile() {
        return hasProfile;
    }

    boolean hasRatings() {
        return hasRatings;
    }

    /** What to ask for where these are refused; nothing where these are the fewest. */
    Optional<PageFields> fewer() {
        return switch (this) {
            case WITH_PROFILE -> Optional.of(WITH_RATINGS);
            case WITH_RATINGS -> Optional.of(BASIC);
            case BASIC -> Optional.empty();
        };
    }

    String fields() {
        return FIELDS
                + (hasRatings ? ",overall_star_rating,rating_count" : "")
                + (hasProfile ? ",about,website,phone,single_line_address,category,picture{is_silhouette}" : "");
    }
}
