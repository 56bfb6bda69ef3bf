package org.carebench.jobs.platform.google;

import java.util.regex.Pattern;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Address;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;

/** Asks Google: owned locations with OAuth, places with an API key. */
final class GoogleClient {

    static final String REVIEWS = "accounts.locations.reviews.list";
    static final String PLACE = "places.get";

    /** Most reviews of one page. */
    static final int MOST_REVIEWS = 50;

    private static final Pattern LOCATION = Pattern.compile("accounts/[A-Za-z0-9_-]+/locations/[A-Za-z0-9_-]+");
    /** Business Profile has limits of its own; what is paid for counts against the default one. */
    private static final String BUSINESS_BUCKET = "business";

    private static final String FIELD_MASK = "id,displayName,rating,userRatingCount,businessStatus";

    private final ApiClient business;
    private final ApiClient places;
    private final GoogleProperties properties;

    GoogleClient(ApiClient business, ApiClient places, GoogleProperties properties) {
        this.business = business;
        this.places = places;
        this.properties = properties;
    }

    /**
     * A page of reviews of an owned location, the last changed first, with its rating.
     *
     * @throws PlatformException BAD_REQUEST without asking where the account is not named as a location
     */
    GoogleResponse reviews(AccountRef account, int pageSize, @Nullable String pageToken) {
        String location = account.identifier();
        if (!LOCATION.matcher(location).matches()) {
            throw new PlatformException(PlatformProblem.of(
                    ProblemCode.BAD_REQUEST, REVIEWS, "stable id is not of the form accounts/1/locations/2"));
        }
        Address address = Address.of(properties.businessUrl(), "/" + location + "/reviews")
                .with("pageSize", pageSize)
                .with("orderBy", "updateTime desc")
                .with("pageToken", pageToken);
        return new GoogleResponse(business.send(ApiRequest.get(REVIEWS, address.uri())
                .withCredential(account.credential())
                .withBucket(BUSINESS_BUCKET)));
    }

    /** A place without its reviews. */
    GoogleResponse place(AccountRef account) {
        String path = "/places/" + Address.encoded(account.identifier());
        return new GoogleResponse(places.send(
                ApiRequest.get(PLACE, Address.of(properties.placesUrl(), path).uri())
                        .withHeader("X-Goog-FieldMask", FIELD_MASK)
                        .withCredential(account.credential())
                        .withCost(1, null)));
    }
}
