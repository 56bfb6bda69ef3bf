package org.carebench.jobs.platform.google;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.AccountRef;
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
    private static final String BUSINESS_BUCKET = "business";
    private static final String PLACES_BUCKET = "places";
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
        String address = properties.businessUrl() + "/" + location + "/reviews?pageSize=" + pageSize
                + "&orderBy=updateTime%20desc"
                + (pageToken == null ? "" : "&pageToken=" + encoded(pageToken));
        return new GoogleResponse(business.send(ApiRequest.get(REVIEWS, URI.create(address))
                .withCredential(account.credential())
                .withBucket(BUSINESS_BUCKET)));
    }

    /** A place without its reviews. */
    GoogleResponse place(AccountRef account) {
        String address = properties.placesUrl() + "/places/" + encoded(account.identifier());
        return new GoogleResponse(places.send(ApiRequest.get(PLACE, URI.create(address))
                .withHeader("X-Goog-FieldMask", FIELD_MASK)
                .withCredential(account.credential())
                .withBucket(PLACES_BUCKET)
                .withCost(1, null)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
