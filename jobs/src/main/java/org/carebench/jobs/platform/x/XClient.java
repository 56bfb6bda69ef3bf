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
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Query;
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
        long price = price(account);
        Query query = page(from, token);
        return posts(
                request("users/:id/tweets", "/2/users/" + Query.encode(account.identifier()) + "/tweets", query)
                        .andThen(request -> priced(request, PAGE * price, price)),
                account.credential());
    }

    /** A page of posts that name an account. */
    XResponse mentions(AccountRef account, @Nullable Instant from, @Nullable String token) {
        return posts(
                request(
                                "users/:id/mentions",
                                "/2/users/" + Query.encode(account.identifier()) + "/mentions",
                                page(from, token))
                        .andThen(this::pricedPage),
                account.credential());
    }

    /** A page of the posts of a conversation that are younger than seven days. */
    XResponse conversation(PostRef post, @Nullable Instant from, @Nullable String token) {
        Query query = Query.NONE.with("query", "conversation_id:" + post.postId());
        return posts(
                request("tweets/search/recent", "/2/tweets/search/recent", page(query, from, token))
                        .andThen(this::pricedPage),
                post.account().credential());
    }

    /** A page of posts that pass a post on with a remark. */
    XResponse quotes(PostRef post, @Nullable String token) {
        return posts(
                request(
                                "tweets/:id/quote_tweets",
                                "/2/tweets/" + Query.encode(post.postId()) + "/quote_tweets",
                                page(null, token))
                        .andThen(this::pricedPage),
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
        Query query = Query.NONE.with(IDS, String.join(",", prices.keySet()));
        return posts(
                request("tweets", "/2/tweets", query)
                        .andThen(request ->
                                request.withCost(most, body -> body.isEmpty() ? most : actual.applyAsLong(body))),
                posts.get(0).account().credential());
    }

    private XResponse users(String endpoint, String parameter, List<String> values, @Nullable String credential) {
        Query query = Query.NONE.with(parameter, String.join(",", values)).with("user.fields", USER_FIELDS);
        ApiRequest request = ApiRequest.get(endpoint, query.on(base, "/2/" + endpoint));
        long price = properties.userPrice();
        return new XResponse(send(priced(request, values.size() * price, price), credential));
    }

    private long price(AccountRef account) {
        return account.relation() == Relation.OWNED ? properties.ownedPrice() : properties.postPrice();
    }

    private static Query page(@Nullable Instant from, @Nullable String token) {
        return page(Query.NONE, from, token);
    }

    private static Query page(Query query, @Nullable Instant from, @Nullable String token) {
        return query.with("max_results", PAGE)
                .with(
                        "start_time",
                        from == null
                                ? null
                                : from.truncatedTo(ChronoUnit.SECONDS).toString())
                .with(PAGINATION_TOKEN, token);
    }

    private Function<Spelling, ApiRequest> request(String endpoint, String path, Query query) {
        return used -> ApiRequest.get(
                endpoint, query.with(used.parameter(), used.fields()).on(base, path));
    }

    private ApiRequest pricedPage(ApiRequest request) {
        return priced(request, PAGE * properties.postPrice(), properties.postPrice());
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
