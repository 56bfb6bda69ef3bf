package org.carebench.simulator.platform.google;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Limit;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Review;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The Places API (New): rating, number of ratings and up to five reviews of any place. Its key is {@value #KEY}. */
public final class GooglePlacesServer implements PlatformServer {

    /** The key that is accepted. */
    public static final String KEY = "sim-google-places-key";

    private static final String PLATFORM = "google-places";
    private static final int MOST_REVIEWS = 5;
    private static final double TENTHS = 10.0;
    private static final String QUOTA = "GetPlaceRequest per minute";
    private static final Limit MINUTE = Limit.requests(QUOTA, 600, Duration.ofMinutes(1));

    private final World world;
    private final Map<String, Account> byPlace = new HashMap<>();

    public GooglePlacesServer(World world) {
        this.world = world;
        for (Account account : world.accounts(Platform.GOOGLE)) {
            if (account.placeId() != null) {
                byPlace.put(account.placeId(), account);
            }
        }
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("places/{place}", "v1/places/{place}", this::place).limited(MINUTE));
    }

    @Override
    public String caller(Request request) {
        String key = key(request);
        return key == null ? "anonymous" : key;
    }

    private static @Nullable String key(Request request) {
        String header = request.header("X-Goog-Api-Key");
        return header == null ? request.query().first("key") : header;
    }

    @Override
    public Answer unknown(Request request) {
        return GoogleError.notFound().answer();
    }

    @Override
    public Answer limited(Request request, LimitState exceeded) {
        return GoogleError.exhausted(exceeded).answer();
    }

    @Override
    public Answer failed(Request request) {
        return GoogleError.unavailable().answer();
    }

    private Answer place(Request request) {
        checkKey(request);
        String mask = request.header("X-Goog-FieldMask");
        if (mask == null) {
            mask = request.query().first("fields");
        }
        if (mask == null || mask.isBlank()) {
            throw GoogleError.invalid("FieldMask is a required parameter. See the reference on how to provide it.")
                    .refusal();
        }
        String id = request.variable("place");
        Account account = Optional.ofNullable(byPlace.get(id))
                .filter(found ->
                        found.existsAt(request.at()) && found.statusAt(request.at()) != AccountStatus.NOT_FOUND)
                .orElseThrow(() -> GoogleError.notFound().about(id));
        List<Review> reviews = relevant(account, request);
        ObjectNode all = all(account, reviews, request);
        ObjectNode asked = Json.object();
        for (String field : mask.split(",", -1)) {
            put(asked, all, field.strip());
        }
        return Answer.ok(asked)
                .about(account.stableId())
                .serving(asked.has("reviews") ? reviews.stream().map(Review::id).toList() : List.of());
    }

    private static void checkKey(Request request) {
        String key = key(request);
        if (key == null) {
            throw new GoogleError(
                            403,
                            "PERMISSION_DENIED",
                            "Method doesn't allow unregistered callers (callers without established identity).",
                            null)
                    .refusal();
        }
        if (!key.equals(KEY)) {
            throw new GoogleError(
                            400,
                            "INVALID_ARGUMENT",
                            "API key not valid. Please pass a valid API key.",
                            "API_KEY_INVALID")
                    .refusal();
        }
    }

    /** Takes over a field, or everything; a path such as "displayName.text" takes its first part. */
    private static void put(ObjectNode asked, ObjectNode all, String field) {
        String name = field.split("\\.", 2)[0];
        if (name.equals("*")) {
            asked.setAll(all);
        } else if (all.has(name)) {
            if (!all.get(name).isNull()) {
                asked.set(name, all.get(name));
            }
        } else {
            throw GoogleError.invalid(
                            "Error expanding 'fields' parameter. Cannot find matching fields for path '" + field + "'.")
                    .refusal();
        }
    }

    /** Long and extreme ones first, as far as one can tell what a platform holds for relevant. */
    private List<Review> relevant(Account account, Request request) {
        return world.reviews(account, request.at()).stream()
                .filter(review -> review.text() != null)
                .sorted(Comparator.comparing((Review review) ->
                                -String.valueOf(review.text()).length())
                        .thenComparing(Review::id))
                .limit(MOST_REVIEWS)
                .toList();
    }

    private ObjectNode all(Account account, List<Review> reviews, Request request) {
        AccountCounters counters = world.counters(account, request.at());
        ObjectNode all = Json.object()
                .put("name", "places/" + account.placeId())
                .put("id", account.placeId())
                .put("formattedAddress", account.profile().address())
                .put("websiteUri", account.profile().website())
                .put("nationalPhoneNumber", account.profile().phone())
                .put("businessStatus", businessStatus(account.statusAt(request.at())));
        all.putObject("displayName")
                .put("text", account.profile().displayName())
                .put("languageCode", "en");
        if (counters.ratings() == 0) {
            all.putNull("rating").putNull("userRatingCount");
        } else {
            all.put("rating", Math.round(counters.ratingHundredths() / TENTHS) / TENTHS)
                    .put("userRatingCount", counters.ratings());
        }
        if (reviews.isEmpty()) {
            all.putNull("reviews");
        } else {
            ArrayNode list = all.putArray("reviews");
            reviews.forEach(review -> list.add(review(account, review)));
        }
        return all;
    }

    private static String businessStatus(AccountStatus status) {
        return switch (status) {
            case DEACTIVATED, SUSPENDED -> "CLOSED_TEMPORARILY";
            default -> "OPERATIONAL";
        };
    }

    private static ObjectNode review(Account account, Review review) {
        ObjectNode json = Json.object()
                .put("name", "places/" + account.placeId() + "/reviews/" + review.id())
                .put("rating", review.stars());
        json.putObject("text").put("text", review.text()).put("languageCode", review.language());
        json.putObject("originalText").put("text", review.text()).put("languageCode", review.language());
        json.putObject("authorAttribution")
                .put("displayName", review.author().displayName())
                .put(
                        "uri",
                        "https://www.google.invalid/maps/contrib/"
                                + review.author().id());
        return json.put("publishTime", review.createdAt().toString());
    }
}
