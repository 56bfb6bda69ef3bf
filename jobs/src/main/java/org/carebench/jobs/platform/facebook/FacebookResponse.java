package org.carebench.jobs.platform.facebook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Fields;
import org.jspecify.annotations.Nullable;

/** A Page in an answer. */
record FacebookResponse(Fields page) {

    private static final String RATING = "overall_star_rating";
    private static final BigDecimal MOST_STARS = BigDecimal.valueOf(5);

    String id() {
        return page.requiredText("id");
    }

    /** Whether the Page has the name that the roster gives it, or is addressed by its id. Names know neither case nor dots. */
    boolean isNamedAs(AccountRef asked) {
        String handle = plain(name(asked));
        return handle.contains(id())
                || page.text("username")
                        .map(FacebookResponse::plain)
                        .filter(handle::equals)
                        .isPresent()
                || page.isAbsent("username");
    }

    /** Whether the Page has a rating. Without ratings it has 0 stars, or the field is left out. */
    boolean isRated() {
        return !page.isAbsent(RATING)
                && stars().filter(stars -> stars.signum() == 0).isEmpty();
    }

    /** Hundredths of a star; nothing where the rating is not between one and five stars. */
    Optional<Long> ratingHundredths() {
        return stars().filter(stars -> stars.compareTo(BigDecimal.ONE) >= 0 && stars.compareTo(MOST_STARS) <= 0)
                .map(stars -> stars.movePointRight(2)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    private Optional<BigDecimal> stars() {
        try {
            return page.text(RATING).map(String::strip).map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Nullable Boolean isVerified() {
        return page.text("verification_status")
                .map(status -> !status.equals("not_verified"))
                .orElse(null);
    }

    @Nullable Boolean hasAvatar() {
        return page.at("picture", "data")
                .flag("is_silhouette")
                .map(isSilhouette -> !isSilhouette)
                .orElse(null);
    }

    /** The name as addresses spell it: without @. */
    static String name(AccountRef page) {
        String handle = page.handle().strip();
        return handle.startsWith("@") ? handle.substring(1) : handle;
    }

    private static String plain(String name) {
        return name.replace(".", "").toLowerCase(Locale.ROOT);
    }
}
