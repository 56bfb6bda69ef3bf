package org.carebench.jobs.platform.x;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /** The spelling that X took; NULL until it took one. */
    private volatile @Nullable Spelling settled;

    XClient(ApiClient http, URI base, XProperties properties) {
        this.http = http;
        this.base = base;
        this.properties = properties;
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
        String ids = String.join(",", prices.keySet());
        return posts(
                used -> priced(
                        request("tweets", Address.of(base, "/2/tweets").with(IDS, ids), used),
                        most + prices.size() * priceOfExpansions(used),
                        post -> prices.getOrDefault(post.text("id").orElse(""), properties.postPrice())),
                posts.get(0).account().credential());
    }

    private XResponse users(String endpoint, String parameter, List<String> values, @Nullable String credential) {
        Address address = Address.of(base, "/2/" + endpoint)
                .with(parameter, String.join(",", values))
                .with("user.fields", USER_FIELDS);
        long price = properties.userPrice();
        return new XResponse(send(
                priced(
                        ApiRequest.get(endpoint, address.uri()).withBucket(endpoint),
                        values.size() * price,
                        user -> price),
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
        address.with(used.parameter(), used.fields()).with("expansions", used.expansions());
        return ApiRequest.get(endpoint, address.uri());
    }

    private ApiRequest pricedPage(String endpoint, Address address, Spelling used) {
        return pricedPage(endpoint, address, used, properties.postPrice());
    }

    private ApiRequest pricedPage(String endpoint, Address address, Spelling used, long price) {
        return priced(request(endpoint, address, used), PAGE * (price + priceOfExpansions(used)), post -> price);
    }

    /** What may come with one post: its author, whom it answers, and the post that it refers to. */
    private long priceOfExpansions(Spelling used) {
        return used.expansions() == null ? 0 : 2 * properties.userPrice() + properties.postPrice();
    }

    /** An answer that cannot be read may have cost everything. */
    private ApiRequest priced(ApiRequest request, long most, ToLongFunction<Fields> price) {
        return request.withCost(
                most,
                body -> body.isEmpty()
                        ? most
                        : body.items("data").stream().mapToLong(price).sum() + priceOfIncludes(body.at("includes")));
    }

    private long priceOfIncludes(Fields includes) {
        int posts = includes.items("posts").size() + includes.items("tweets").size();
        return posts * properties.postPrice() + includes.items("users").size() * properties.userPrice();
    }

    /** Sends a request for posts in the first spelling that X takes, and remembers it. */
    private XResponse posts(Function<Spelling, ApiRequest> request, @Nullable String credential) {
        Spelling used =
                Objects.requireNonNullElse(settled, properties.spellings().get(0));
        while (true) {
            try {
                ApiResponse answer = send(request.apply(used), credential);
                settled = used;
                return new XResponse(answer);
            } catch (PlatformException e) {
                Spelling next = isRefused(e, used) ? next(used) : null;
                if (next == null) {
                    throw e;
                }
                used = next;
            }
        }
    }

    /** What is tried after a spelling that X refused: the one that another thread found, or the next one. */
    private @Nullable Spelling next(Spelling refused) {
        Spelling found = settled;
        if (found != null) {
            return found == refused ? null : found;
        }
        int next = properties.spellings().indexOf(refused) + 1;
        return next < properties.spellings().size() ? properties.spellings().get(next) : null;
    }

    private static boolean isRefused(PlatformException failure, Spelling used) {
        return failure.problem().code() == ProblemCode.BAD_REQUEST
                && failure.problem().evidence().endsWith(" " + used.parameter());
    }

    /** X counts requests per endpoint. */
    private ApiResponse send(ApiRequest request, @Nullable String credential) {
        return http.send(request.withBucket(request.endpoint()).withCredential(credential));
    }
}
