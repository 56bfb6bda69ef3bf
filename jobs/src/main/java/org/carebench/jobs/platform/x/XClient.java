package org.carebench.jobs.platform.x;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.dataset.Relation;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Address;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PostRef;
import org.jspecify.annotations.Nullable;

/** The endpoints of X that are used. Every request carries the most that it can cost. */
final class XClient {

    static final int PAGE = 100;
    static final String USERNAMES = "usernames";
    static final String PAGINATION_TOKEN = "pagination_token";
    static final String NEXT_TOKEN = "next_token";

    private static final String USER_FIELDS =
            "public_metrics,created_at,protected,verified,withheld,description,url,profile_image_url";
    private static final String IDS = "ids";

    private final ApiClient http;
    private final URI base;
    private final XProperties properties;

    private volatile Spelling spelling;
    private volatile boolean isSpellingKnown;

    XClient(ApiClient http, URI base, XProperties properties) {
        this.http = http;
        this.base = base;
        this.properties = properties;
        this.spelling = properties.spelling();
        this.isSpellingKnown = !properties.triesOtherSpelling();
    }

    XResponse usersByName(List<String> names, @Nullable String credential) {
        return users("users/by", USERNAMES, names, credential);
    }

    XResponse usersById(List<String> ids, @Nullable String credential) {
        return users("users", IDS, ids, credential);
    }

    /** A page of an account's own posts, reposts and replies included. */
    XResponse timeline(AccountRef account, @Nullable Instant from, @Nullable String token) {
        String path = "/2/users/" + Address.encoded(account.identifier()) + "/tweets";
        long price = price(account);
        return posts(
                used -> pricedPage("users/:id/tweets", page(path, from, token), used, price), account.credential());
    }

    /** A page of posts that name an account. */
    XResponse mentions(AccountRef account, @Nullable Instant from, @Nullable String token) {
        String path = "/2/users/" + Address.encoded(account.identifier()) + "/mentions";
        return posts(used -> pricedPage("users/:id/mentions", page(path, from, token), used), account.credential());
    }

    /** A page of the posts of a conversation that are younger than seven days. */
    XResponse conversation(PostRef post, @Nullable Instant from, @Nullable String token) {
        String endpoint = "tweets/search/recent";
        return posts(
                used -> pricedPage(
                        endpoint,
                        page("/2/" + endpoint, from, token).with("query", "conversation_id:" + post.postId()),
                        used),
                post.account().credential());
    }

    /** A page of posts that pass a post on with a remark. */
    XResponse quotes(PostRef post, @Nullable String token) {
        String path = "/2/tweets/" + Address.encoded(post.postId()) + "/quote_tweets";
        return posts(
                used -> pricedPage("tweets/:id/quote_tweets", page(path, null, token), used),
                post.account().credential());
    }

    /** Known posts. */
    XResponse lookup(List<PostRef> posts) {
        Map<String, Long> prices =
                posts.stream().collect(Collectors.toMap(PostRef::postId, post -> price(post.account()), Math::max));
        long most = prices.values().stream().mapToLong(Long::longValue).sum();
        ToLongFunction<Fields> actual = body -> body.items("data").stream()
                .mapToLong(post -> prices.getOrDefault(post.text("id").orElse(""), properties.postPrice()))
                .sum();
        return posts(
                used -> request(
                                "tweets",
                                Address.of(base, "/2/tweets").with(IDS, String.join(",", prices.keySet())),
                                used)
                        .withCost(most, body -> body.isEmpty() ? most : actual.applyAsLong(body)),
                posts.get(0).account().credential());
    }

    private XResponse users(String endpoint, String parameter, List<String> values, @Nullable String credential) {
        Address address = Address.of(base, "/2/" + endpoint)
                .with(parameter, String.join(",", values))
                .with("user.fields", USER_FIELDS);
        long price = properties.userPrice();
        return new XResponse(send(
                priced(ApiRequest.get(endpoint, address.uri()).withBucket(endpoint), values.size() * price, price),
                credential));
    }

    private long price(AccountRef account) {
        return account.relation() == Relation.OWNED ? properties.ownedPrice() : properties.postPrice();
    }

    private Address page(String path, @Nullable Instant from, @Nullable String token) {
        return Address.of(base, path)
                .with("max_results", PAGE)
                .with("start_time", from == null ? null : from.truncatedTo(ChronoUnit.SECONDS))
                .with(PAGINATION_TOKEN, token);
    }

    private static ApiRequest request(String endpoint, Address address, Spelling used) {
        return ApiRequest.get(
                        endpoint, address.with(used.parameter(), used.fields()).uri())
                .withBucket(endpoint);
    }

    private ApiRequest pricedPage(String endpoint, Address address, Spelling used) {
        return pricedPage(endpoint, address, used, properties.postPrice());
    }

    private static ApiRequest pricedPage(String endpoint, Address address, Spelling used, long price) {
        return priced(request(endpoint, address, used), PAGE * price, price);
    }

    /** An answer that cannot be read may have cost everything. */
    private static ApiRequest priced(ApiRequest request, long most, long price) {
        return request.withCost(
                most, body -> body.isEmpty() ? most : price * body.items("data").size());
    }

    /** Sends a request for posts, where it is allowed in the other spelling if X refuses the first. */
    private XResponse posts(Function<Spelling, ApiRequest> request, @Nullable String credential) {
        Spelling first = spelling;
        try {
            ApiResponse answer = send(request.apply(first), credential);
            isSpellingKnown = true;
            return new XResponse(answer);
        } catch (PlatformException e) {
            if (isSpellingKnown || !isRefused(e, first)) {
                throw e;
            }
            ApiResponse answer = send(request.apply(first.other()), credential);
            spelling = first.other();
            isSpellingKnown = true;
            return new XResponse(answer);
        }
    }

    private static boolean isRefused(PlatformException failure, Spelling used) {
        return failure.problem().code() == ProblemCode.BAD_REQUEST
                && failure.problem().evidence().endsWith(" " + used.parameter());
    }

    /** The money is one for all endpoints, the limits of X are not: they are kept apart by the server's name. */
    private ApiResponse send(ApiRequest request, @Nullable String credential) {
        return http.send(
                request.withServer(request.server() + " " + request.endpoint()).withCredential(credential));
    }
}
