package org.carebench.simulator.platform.google;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Handler;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Limit;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Review;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Google Business Profile. Any valid token may manage all owned locations; with the alias {@value #UNAPPROVED} its project has
 * no quota yet.
 */
public final class GoogleBusinessServer implements PlatformServer {

    /** Name of the platform for tokens and faults. */
    public static final String PLATFORM = "google-business";

    /** Alias of a token of a project whose access form is not approved. */
    static final String UNAPPROVED = "unapproved";

    private static final int LARGEST_PAGE = 50;
    private static final int LARGEST_ACCOUNT_PAGE = 20;
    private static final int LARGEST_LOCATION_PAGE = 100;
    private static final double STARS = 100.0;
    private static final String QUOTA = "Requests per minute";
    private static final Limit MINUTE = Limit.requests(QUOTA, 300, Duration.ofMinutes(1));

    private final World world;
    private final Tokens tokens;

    public GoogleBusinessServer(World world, Tokens tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public List<Endpoint> endpoints() {
        String location = "v4/accounts/{account}/locations/{location}/reviews";
        return List.of(
                Endpoint.get("reviews", location, checked(this::reviews)).limited(MINUTE),
                Endpoint.get("reviews/{review}", location + "/{review}", checked(this::review))
                        .limited(MINUTE),
                Endpoint.post(
                                "locations:batchGetReviews",
                                "v4/accounts/{account}/locations:batchGetReviews",
                                checked(this::batch))
                        .limited(MINUTE),
                Endpoint.get("accounts", "v1/accounts", checked(this::accounts)).limited(MINUTE),
                Endpoint.get("locations", "v1/accounts/{account}/locations", checked(this::locations))
                        .limited(MINUTE),
                Endpoint.get("locations/{location}", "v1/locations/{location}", checked(this::location))
                        .limited(MINUTE));
    }

    private Handler checked(Handler handler) {
        return request -> {
            String token = request.bearer();
            if (tokens.state(PLATFORM, token, request.time()) != Tokens.State.VALID) {
                throw GoogleError.unauthenticated().refusal();
            }
            if (token != null && token.endsWith("-token-" + UNAPPROVED)) {
                throw GoogleError.exhausted(new GoogleError.Quota(QUOTA, 0, 0)).refusal();
            }
            return handler.answer(request);
        };
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

    private Account managed(String name, Request request) {
        Account location = world.account(Platform.GOOGLE, name)
                .filter(found ->
                        found.existsAt(request.at()) && found.statusAt(request.at()) != AccountStatus.NOT_FOUND)
                .orElseThrow(() -> GoogleError.notFound().about(name));
        if (location.relation() != Relation.OWNED || location.statusAt(request.at()) == AccountStatus.PRIVATE) {
            throw GoogleError.denied().about(name);
        }
        if (!location.isReadableAt(request.at())) {
            throw new GoogleError(400, "FAILED_PRECONDITION", "The location is not verified.", null).about(name);
        }
        return location;
    }

    private static String locationName(Request request) {
        return "accounts/" + request.variable("account") + "/locations/" + request.variable("location");
    }

    private Answer reviews(Request request) {
        Account location = managed(locationName(request), request);
        List<Review> all =
                ordered(world.reviews(location, request.at()), request.query().first("orderBy"));
        Page<Review> page =
                Page.of(all, request.query().first("pageSize"), request.query().first("pageToken"), LARGEST_PAGE);
        AccountCounters counters = world.counters(location, request.at());
        ObjectNode body = Json.object();
        if (!page.items().isEmpty()) {
            ArrayNode reviews = body.putArray("reviews");
            page.items().forEach(review -> reviews.add(review(review)));
        }
        if (counters.ratings() > 0) {
            body.put("averageRating", counters.ratingHundredths() / STARS).put("totalReviewCount", counters.ratings());
        }
        return Answer.ok(page.with(body))
                .about(location.stableId())
                .serving(page.items().stream().map(Review::id).toList());
    }

    private static List<Review> ordered(List<Review> reviews, @Nullable String order) {
        Comparator<Review> comparator = switch (order == null ? "updateTime desc" : order) {
            case "updateTime desc" -> Comparator.comparing(Review::updatedAt).reversed();
            case "rating" -> Comparator.comparingInt(Review::stars);
            case "rating desc" -> Comparator.comparingInt(Review::stars).reversed();
            default ->
                throw GoogleError.invalid("Request contains an invalid argument: orderBy")
                        .refusal();
        };
        return reviews.stream().sorted(comparator).toList();
    }

    private Answer review(Request request) {
        Account location = managed(locationName(request), request);
        String id = request.variable("review");
        return world.reviews(location, request.at()).stream()
                .filter(review -> review.id().equals(id))
                .findFirst()
                .map(review ->
                        Answer.ok(review(review)).about(location.stableId()).serving(List.of(id)))
                .orElseThrow(() -> GoogleError.notFound().about(location.stableId()));
    }

    private static ObjectNode review(Review review) {
        ObjectNode json = Json.object()
                .put("name", review.account().stableId() + "/reviews/" + review.id())
                .put("reviewId", review.id());
        ObjectNode reviewer = json.putObject("reviewer");
        if (review.anonymous()) {
            reviewer.put("displayName", "A Google user").put("isAnonymous", true);
        } else {
            reviewer.put("displayName", review.author().displayName())
                    .put(
                            "profilePhotoUrl",
                            "https://lh3.invalid/" + review.author().id());
        }
        json.put("starRating", stars(review.stars()));
        if (review.text() != null) {
            json.put("comment", review.text());
        }
        json.put("createTime", review.createdAt().toString())
                .put("updateTime", review.updatedAt().toString());
        Review.Reply reply = review.reply();
        if (reply != null) {
            json.putObject("reviewReply")
                    .put("comment", reply.text())
                    .put("updateTime", reply.updatedAt().toString())
                    .put("reviewReplyState", reply.state().name());
        }
        return json;
    }

    private static String stars(int stars) {
        return switch (stars) {
            case 1 -> "ONE";
            case 2 -> "TWO";
            case 3 -> "THREE";
            case 4 -> "FOUR";
            case 5 -> "FIVE";
            default -> "STAR_RATING_UNSPECIFIED";
        };
    }

    private record Located(Account location, Review review) {}

    private Answer batch(Request request) {
        JsonNode body = request.json();
        if (body == null || !body.path("locationNames").isArray()) {
            throw GoogleError.invalid("Request contains an invalid argument: location_names")
                    .refusal();
        }
        List<Located> all = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonNode name : body.path("locationNames")) {
            Account location = managed(name.asString(""), request);
            names.add(location.stableId());
            ordered(world.reviews(location, request.at()), text(body, "orderBy"))
                    .forEach(review -> all.add(new Located(location, review)));
        }
        if (body.path("ignoreRatingOnlyReviews").asBoolean(false)) {
            all.removeIf(located -> located.review().text() == null);
        }
        Page<Located> page = Page.of(all, text(body, "pageSize"), text(body, "pageToken"), LARGEST_PAGE);
        ObjectNode answer = Json.object();
        if (!page.items().isEmpty()) {
            ArrayNode reviews = answer.putArray("locationReviews");
            page.items()
                    .forEach(located -> reviews.addObject()
                            .put("name", located.location().stableId())
                            .set("review", review(located.review())));
        }
        return Answer.ok(page.with(answer))
                .about(names)
                .serving(page.items().stream()
                        .map(located -> located.review().id())
                        .toList());
    }

    private static @Nullable String text(JsonNode body, String field) {
        return body.has(field) ? body.get(field).asString() : null;
    }

    private Answer accounts(Request request) {
        TreeSet<String> groups = new TreeSet<>();
        owned(request).forEach(location -> groups.add(group(location)));
        return list(
                request,
                "accounts",
                List.copyOf(groups),
                LARGEST_ACCOUNT_PAGE,
                group -> Json.object()
                        .put("name", group)
                        .put("accountName", "Locations of " + group)
                        .put("type", "LOCATION_GROUP")
                        .put("verificationState", "VERIFIED"));
    }

    private List<Account> owned(Request request) {
        return world.accounts(Platform.GOOGLE).stream()
                .filter(location -> location.relation() == Relation.OWNED && location.isReadableAt(request.at()))
                .toList();
    }

    private static String group(Account location) {
        return location.stableId().substring(0, location.stableId().indexOf("/locations/"));
    }

    private Answer locations(Request request) {
        String group = "accounts/" + request.variable("account");
        List<String> fields = readMask(request);
        List<Account> found = owned(request).stream()
                .filter(location -> group(location).equals(group))
                .toList();
        if (found.isEmpty()) {
            throw GoogleError.notFound().refusal();
        }
        return list(request, "locations", found, LARGEST_LOCATION_PAGE, location -> location(location, fields))
                .about(found.stream().map(Account::stableId).toList());
    }

    private Answer location(Request request) {
        List<String> fields = readMask(request);
        String suffix = "/locations/" + request.variable("location");
        Account location = owned(request).stream()
                .filter(found -> found.stableId().endsWith(suffix))
                .findFirst()
                .orElseThrow(() -> GoogleError.notFound().refusal());
        return Answer.ok(location(location, fields)).about(location.stableId());
    }

    private static List<String> readMask(Request request) {
        List<String> fields = request.query().list("readMask");
        if (fields.isEmpty()) {
            throw GoogleError.invalid("Request contains an invalid argument: read_mask is required")
                    .refusal();
        }
        return fields;
    }

    private static ObjectNode location(Account account, List<String> fields) {
        String id = account.stableId();
        ObjectNode all = Json.object()
                .put("name", id.substring(id.indexOf("locations/")))
                .put("title", account.profile().displayName())
                .put("storeCode", account.provider().facilityId())
                .put("languageCode", account.provider().language().toLowerCase(Locale.ROOT))
                .put("websiteUri", account.profile().website());
        all.putObject("phoneNumbers").put("primaryPhone", account.profile().phone());
        all.putObject("storefrontAddress")
                .put("regionCode", "US")
                .put("locality", account.provider().city());
        all.putObject("metadata").put("placeId", account.placeId());
        ObjectNode some = Json.object();
        for (String field : fields) {
            if (!all.has(field)) {
                throw GoogleError.invalid("Invalid field mask provided: " + field)
                        .refusal();
            }
            some.set(field, all.get(field));
        }
        return some;
    }

    private static <T> Answer list(
            Request request, String name, List<T> all, int largestPage, Function<T, ObjectNode> render) {
        Page<T> page =
                Page.of(all, request.query().first("pageSize"), request.query().first("pageToken"), largestPage);
        ObjectNode body = Json.object();
        ArrayNode items = body.putArray(name);
        page.items().forEach(item -> items.add(render.apply(item)));
        return Answer.ok(page.with(body));
    }

    /** @param next token of the next page; NULL on the last one */
    private record Page<T>(List<T> items, @Nullable String next) {

        static <T> Page<T> of(List<T> all, @Nullable String size, @Nullable String token, int largest) {
            int start = token == null || token.isEmpty() ? 0 : place(token);
            int count = size == null ? largest : count(size, largest);
            int from = Math.min(start, all.size());
            int to = Math.min(from + count, all.size());
            return new Page<>(all.subList(from, to), to < all.size() ? token(to) : null);
        }

        private static int count(String size, int largest) {
            int count = size.matches("\\d{1,6}") ? Integer.parseInt(size) : 0;
            if (count < 1 || count > largest) {
                throw GoogleError.invalid("Request contains an invalid argument: page_size must be 1 to " + largest)
                        .refusal();
            }
            return count;
        }

        private static String token(int place) {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(("page:" + place).getBytes(StandardCharsets.US_ASCII));
        }

        private static int place(String token) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.US_ASCII);
                if (text.matches("page:\\d{1,9}")) {
                    return Integer.parseInt(text.substring("page:".length()));
                }
            } catch (IllegalArgumentException e) {
                // No token of ours.
            }
            throw GoogleError.invalid("Request contains an invalid argument: page_token")
                    .refusal();
        }

        ObjectNode with(ObjectNode body) {
            return next == null ? body : body.put("nextPageToken", next);
        }
    }
}
