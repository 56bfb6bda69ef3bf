package org.carebench.simulator.platform.x;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.http.SimulatedHttp.query;
import static org.carebench.simulator.platform.OpenPlatforms.NOW;
import static org.carebench.simulator.platform.OpenPlatforms.WORLD;
import static org.carebench.simulator.platform.OpenPlatforms.given;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.PostKind;
import org.carebench.simulator.http.FaultProfile;
import org.carebench.simulator.http.SimulatedHttp;
import org.carebench.simulator.http.SimulatedHttp.Reply;
import org.carebench.simulator.platform.OpenPlatforms;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class XServerTest {

    private static final String API = "/x/2/";

    private SimulatedHttp http = OpenPlatforms.start();

    @AfterEach
    void stop() {
        http.close();
    }

    private void spell(Spelling spelling) {
        http.close();
        http = OpenPlatforms.start(FaultProfile.NONE, spelling);
    }

    private Reply ask(String call, String... parameters) {
        return http.get(API + call + query(parameters), "Authorization", "Bearer sim-x-token");
    }

    private static String readable() {
        return OpenPlatforms.readable(Platform.X).stableId();
    }

    // ---- users

    @Test
    void showsTheFieldsOfAUserThatAreAskedFor() {
        Account account = OpenPlatforms.readable(Platform.X);
        AccountCounters counters = WORLD.counters(account, NOW);

        Reply bare = ask("users/by", "usernames", account.handleAt(NOW));
        Reply full = ask("users", "ids", account.stableId(), "user.fields", "public_metrics,created_at,protected");

        assertThat(bare.at("/data/0").propertyNames())
                .contains("id", "username")
                .doesNotContain("public_metrics", "created_at");
        assertThat(full.at("/data/0/public_metrics/followers_count").asLong()).isEqualTo(counters.followers());
        assertThat(full.at("/data/0/public_metrics/post_count").asLong())
                .isEqualTo(counters.posts() + counters.reposts());
        assertThat(full.at("/data/0/protected").asBoolean()).isFalse();
        assertThat(ask("users/by/username/" + account.handleAt(NOW)).text("/data/id"))
                .isEqualTo(account.stableId());
        assertThat(ask("users/" + account.stableId()).text("/data/username")).isEqualTo(account.handleAt(NOW));
    }

    @Test
    void givesDataAndErrorsInOneAnswer() {
        Account account = OpenPlatforms.readable(Platform.X);
        Account renamed = OpenPlatforms.renamed(Platform.X);
        String old = renamed.handles().get(0).name();

        Reply reply = ask("users/by", "usernames", account.handleAt(NOW) + "," + old);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.texts("/data", "/id")).containsExactly(account.stableId());
        assertThat(reply.at("/errors/0"))
                .hasToString("{\"value\":\"" + old + "\",\"detail\":\"Could not find user with usernames: [" + old
                        + "].\",\"title\":\"Not Found Error\",\"resource_type\":\"user\",\"parameter\":\"usernames\","
                        + "\"resource_id\":\"" + old
                        + "\",\"type\":\"https://api.x.com/2/problems/resource-not-found\"}");
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountStatus.class,
            names = {"SUSPENDED", "NOT_FOUND"})
    void doesNotSayWhyAUserIsMissing(AccountStatus status) {
        String id = OpenPlatforms.with(Platform.X, status).stableId();

        Reply reply = ask("users", "ids", id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().has("data")).isFalse();
        assertThat(reply.text("/errors/0/type")).endsWith("/resource-not-found");
        assertThat(ask("users/" + id + "/tweets").text("/errors/0/type")).endsWith("/resource-not-found");
    }

    @Test
    void showsAProtectedUserButNotItsPosts() {
        String id = OpenPlatforms.with(Platform.X, AccountStatus.PRIVATE).stableId();

        assertThat(ask("users/" + id, "user.fields", "protected")
                        .at("/data/protected")
                        .asBoolean())
                .isTrue();
        assertThat(ask("users/" + id + "/tweets").text("/errors/0/type")).endsWith("/not-authorized-for-resource");
    }

    // ---- posts

    private List<JsonNode> posts(String user, String... parameters) {
        List<JsonNode> posts = new ArrayList<>();
        String token = "";
        do {
            List<String> all = new ArrayList<>(List.of(parameters));
            if (!token.isEmpty()) {
                all.addAll(List.of("pagination_token", token));
            }
            Reply reply = ask("users/" + user + "/tweets", all.toArray(String[]::new));
            assertThat(reply.at("/meta/result_count").asInt())
                    .isEqualTo(reply.at("/data").size());
            reply.at("/data").forEach(posts::add);
            token = reply.text("/meta/next_token");
        } while (!token.isEmpty());
        return posts;
    }

    @Test
    void listsEveryPostOfAUserOnceNewestFirst() {
        Account account = OpenPlatforms.readable(Platform.X);

        assertThat(posts(account.stableId(), "max_results", "7").stream()
                        .map(post -> post.at("/id").asString()))
                .isEqualTo(WORLD.posts(account, NOW).stream()
                        .map(Post::id)
                        .sorted(Comparator.comparingLong((String id) -> Long.parseLong(id))
                                .reversed())
                        .toList());
    }

    @Test
    void leavesOutOfAPageWhatIsExcludedSoThatPagesAreShort() {
        Account account = OpenPlatforms.account(
                Platform.X,
                found -> found.isReadableAt(NOW)
                        && WORLD.posts(found, NOW).stream().anyMatch(post -> post.kind() == PostKind.REPOST)
                        && WORLD.posts(found, NOW).size() > 40);
        long kept = WORLD.posts(account, NOW).stream()
                .filter(post -> post.kind() != PostKind.REPOST && post.kind() != PostKind.REPLY)
                .count();

        assertThat(posts(account.stableId(), "max_results", "5", "exclude", "retweets,replies"))
                .hasSize((int) kept);
        assertThat(kept).isLessThan(WORLD.posts(account, NOW).size());
    }

    @Test
    void keepsToBoundsOfTimeAndId() {
        Account account = OpenPlatforms.readable(Platform.X);
        List<Post> newestFirst = WORLD.posts(account, NOW).stream()
                .sorted(Comparator.comparingLong((Post post) -> Long.parseLong(post.id()))
                        .reversed())
                .toList();
        Post upper = newestFirst.get(3);
        Post lower = newestFirst.get(9);

        List<String> byId = posts(account.stableId(), "until_id", upper.id(), "since_id", lower.id()).stream()
                .map(post -> post.at("/id").asString())
                .toList();
        List<String> byTime = posts(
                        account.stableId(),
                        "end_time",
                        upper.createdAt().toString(),
                        "start_time",
                        lower.createdAt().toString())
                .stream()
                .map(post -> post.at("/id").asString())
                .toList();

        assertThat(byId)
                .isEqualTo(newestFirst.subList(4, 9).stream().map(Post::id).toList());
        assertThat(byTime)
                .isEqualTo(newestFirst.subList(4, 10).stream().map(Post::id).toList());
    }

    @Test
    void saysNothingButACountWhereThereIsNothing() {
        Reply reply = ask("users/" + readable() + "/tweets", "end_time", "2010-01-01T00:00:00Z");

        assertThat(reply.body()).hasToString("{\"meta\":{\"result_count\":0}}");
    }

    @Test
    void showsTheFieldsOfAPostThatAreAskedFor() {
        Post post = OpenPlatforms.post(
                Platform.X,
                found -> found.kind() == PostKind.ORIGINAL
                        && WORLD.counters(found, NOW).likes() > 0);
        PostCounters counters = WORLD.counters(post, NOW);

        Reply bare = ask("tweets", "ids", post.id());
        Reply full = ask(
                "tweets",
                "ids",
                post.id(),
                "post.fields",
                "public_metrics,created_at,conversation_id,author_id,lang",
                "expansions",
                "author_id",
                "user.fields",
                "public_metrics");

        assertThat(bare.at("/data/0").propertyNames()).containsExactlyInAnyOrder("id", "text", "edit_history_post_ids");
        assertThat(full.at("/data/0/public_metrics"))
                .hasToString("{\"repost_count\":" + counters.shares() + ",\"reply_count\":" + counters.comments()
                        + ",\"like_count\":" + counters.likes() + ",\"quote_count\":" + counters.quotes()
                        + ",\"bookmark_count\":" + counters.saves() + ",\"impression_count\":"
                        + counters.impressions() + "}");
        assertThat(full.text("/data/0/created_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(full.text("/includes/users/0/id")).isEqualTo(post.account().stableId());
        assertThat(ask("tweets/" + post.id()).text("/data/id")).isEqualTo(post.id());
    }

    @Test
    void namesWhatAPostRefersTo() {
        Post repost = OpenPlatforms.post(Platform.X, post -> post.kind() == PostKind.REPOST);
        Post quote = OpenPlatforms.post(Platform.X, post -> post.kind() == PostKind.QUOTE);
        Post reply = OpenPlatforms.post(
                Platform.X,
                post -> post.kind() == PostKind.REPLY && OpenPlatforms.isThere(Platform.X, post.replyToId()));

        Reply shown = ask(
                "tweets",
                "ids",
                repost.id() + "," + quote.id() + "," + reply.id(),
                "post.fields",
                "referenced_posts,in_reply_to_user_id");

        assertThat(shown.at("/data/0/referenced_posts"))
                .hasToString("[{\"type\":\"retweeted\",\"id\":\""
                        + given(repost.about()).id() + "\"}]");
        assertThat(shown.text("/data/0/text"))
                .startsWith("RT @" + given(repost.about()).author().handle() + ": ");
        assertThat(shown.at("/data/1/referenced_posts"))
                .hasToString(
                        "[{\"type\":\"quoted\",\"id\":\"" + given(quote.about()).id() + "\"}]");
        assertThat(shown.at("/data/2/referenced_posts"))
                .hasToString("[{\"type\":\"replied_to\",\"id\":\"" + reply.replyToId() + "\"}]");
        assertThat(shown.text("/data/2/in_reply_to_user_id")).isNotEmpty();
        assertThat(shown.at("/data/0").has("in_reply_to_user_id")).isFalse();
    }

    @Test
    void listsDeletedPostsAmongTheErrors() {
        Post deleted = OpenPlatforms.deleted(Platform.X, (account, post) -> true);

        Reply reply = ask("tweets", "ids", deleted.id());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("/errors/0/resource_id")).isEqualTo(deleted.id());
        assertThat(reply.body().has("data")).isFalse();
        assertThat(ask("tweets/" + deleted.id()).text("/errors/0/type")).endsWith("/resource-not-found");
    }

    // ---- what others write

    @Test
    void findsAConversationWithinSevenDays() {
        Post post = OpenPlatforms.post(
                Platform.X,
                found -> found.kind() == PostKind.ORIGINAL
                        && found.createdAt().isAfter(NOW.minus(Duration.ofDays(6)))
                        && WORLD.comments(found, NOW).size() > 1);

        Reply reply = ask(
                "tweets/search/recent",
                "query",
                "conversation_id:" + post.id(),
                "max_results",
                "100",
                "post.fields",
                "conversation_id");

        assertThat(reply.texts("/data", "/id"))
                .containsExactlyInAnyOrderElementsOf(OpenPlatforms.ids(WORLD.comments(post, NOW)));
        assertThat(reply.texts("/data", "/conversation_id")).containsOnly(post.id());
    }

    @Test
    void findsOlderConversationsInTheArchiveOnly() {
        Instant week = NOW.minus(Duration.ofDays(7));
        Post old = OpenPlatforms.post(
                Platform.X,
                found -> found.kind() == PostKind.ORIGINAL
                        && !WORLD.comments(found, NOW).isEmpty()
                        && WORLD.comments(found, NOW).stream()
                                .allMatch(comment -> comment.createdAt().isBefore(week)));

        assertThat(ask("tweets/search/recent", "query", "conversation_id:" + old.id())
                        .body())
                .hasToString("{\"meta\":{\"result_count\":0}}");
        assertThat(ask("tweets/search/all", "query", "conversation_id:" + old.id(), "max_results", "500")
                        .texts("/data", "/id"))
                .containsExactlyInAnyOrderElementsOf(OpenPlatforms.ids(WORLD.comments(old, NOW)));
        assertThat(ask("tweets/search/recent", "query", "a", "start_time", "2026-06-01T00:00:00Z")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void joinsAlternativesOfASearch() {
        List<Post> posts = OpenPlatforms.posts(Platform.X)
                .filter(post -> post.kind() == PostKind.ORIGINAL
                        && !WORLD.comments(post, NOW).isEmpty())
                .limit(2)
                .toList();
        int expected = posts.stream()
                .mapToInt(post -> WORLD.comments(post, NOW).size())
                .sum();

        Reply reply = ask(
                "tweets/search/all",
                "query",
                "conversation_id:" + posts.get(0).id() + " OR conversation_id:"
                        + posts.get(1).id(),
                "max_results",
                "500");

        assertThat(reply.at("/meta/result_count").asInt()).isEqualTo(expected);
    }

    @Test
    void findsPublicPostsByTheirWords() {
        Reply reply = ask("tweets/search/recent", "query", "hospital lang:en -is:retweet", "max_results", "100");

        assertThat(reply.texts("/data", "/text"))
                .isNotEmpty()
                .allMatch(text -> text.toLowerCase(Locale.ROOT).contains("hospital"));
    }

    @Test
    void listsMentionsAndQuotes() {
        Account account = OpenPlatforms.account(
                Platform.X,
                found -> found.isReadableAt(NOW)
                        && WORLD.mentions(found, WORLD.scenario().begin(), NOW, NOW)
                                        .size()
                                > 3);
        List<Interaction> mentions =
                new ArrayList<>(WORLD.mentions(account, WORLD.scenario().begin(), NOW, NOW));
        mentions.removeIf(Interaction::isByOwner);
        Post quoted = OpenPlatforms.post(
                Platform.X, found -> !WORLD.quotes(found, NOW).isEmpty());

        List<String> ids = new ArrayList<>();
        String token = "";
        do {
            Reply reply = token.isEmpty()
                    ? ask("users/" + account.stableId() + "/mentions", "max_results", "100")
                    : ask("users/" + account.stableId() + "/mentions", "max_results", "100", "pagination_token", token);
            ids.addAll(reply.texts("/data", "/id"));
            token = reply.text("/meta/next_token");
        } while (!token.isEmpty());

        assertThat(ids).doesNotHaveDuplicates().containsAll(OpenPlatforms.ids(mentions));
        assertThat(ask("tweets/" + quoted.id() + "/quote_tweets", "max_results", "100")
                        .texts("/data", "/id"))
                .containsExactlyInAnyOrderElementsOf(OpenPlatforms.ids(WORLD.quotes(quoted, NOW)));
    }

    // ---- spellings

    @Test
    void answersInTheSpellingInWhichItIsAsked() {
        String path = "users/" + readable() + "/tweets";

        Reply older = ask(path, "tweet.fields", "public_metrics");
        Reply newer = ask(path, "post.fields", "public_metrics");

        assertThat(older.at("/data/0/public_metrics").has("retweet_count")).isTrue();
        assertThat(older.at("/data/0").has("edit_history_tweet_ids")).isTrue();
        assertThat(newer.at("/data/0/public_metrics").has("repost_count")).isTrue();
        assertThat(newer.at("/data/0").has("edit_history_post_ids")).isTrue();
    }

    @Test
    void refusesTheSpellingThatItDoesNotKnow() {
        String path = "users/" + readable() + "/tweets";

        spell(Spelling.TWEETS);
        assertThat(ask(path, "post.fields", "public_metrics").text("/type")).endsWith("/invalid-request");
        assertThat(ask("users/" + readable(), "user.fields", "public_metrics")
                        .at("/data/public_metrics")
                        .has("tweet_count"))
                .isTrue();
        spell(Spelling.POSTS);
        assertThat(ask(path, "tweet.fields", "public_metrics").status()).isEqualTo(400);
        assertThat(ask(path, "post.fields", "public_metrics").status()).isEqualTo(200);
    }

    // ---- parameters, tokens and limits

    @ParameterizedTest
    @ValueSource(
            strings = {
                "users/1/tweets?max_results=4",
                "users/1/tweets?max_results=101",
                "users/1/tweets?colour=red",
                "users/1/mentions?start_time=June",
                "users/by",
                "tweets",
                "tweets/search/recent",
                "tweets/search/recent?query=a&max_results=9",
                "tweets/search/all?query=a&max_results=501"
            })
    void refusesBadParameters(String path) {
        Reply reply = http.get(API + path, "Authorization", "Bearer sim-x-token");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/type")).isEqualTo("https://api.x.com/2/problems/invalid-request");
    }

    @Test
    void refusesABadPageAndMoreThanAHundredIds() {
        assertThat(ask("users/" + readable() + "/tweets", "pagination_token", "nonsense")
                        .status())
                .isEqualTo(400);
        assertThat(ask("tweets", "ids", String.join(",", OpenPlatforms.copies("1", 101)))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim-x-expired", "nonsense"})
    void needsAValidToken(String token) {
        Reply reply = http.get(API + "users?ids=1", "Authorization", "Bearer " + token);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.text("/title")).isEqualTo("Unauthorized");
        assertThat(http.get(API + "users?ids=1").status()).isEqualTo(401);
    }

    @Test
    void refusesBeyondTheWindowOfACall() {
        String id = OpenPlatforms.posts(Platform.X).findFirst().orElseThrow().id();
        for (int i = 0; i < 75; i++) {
            assertThat(ask("tweets/" + id + "/quote_tweets").status()).isEqualTo(200);
        }

        Reply refused = ask("tweets/" + id + "/quote_tweets");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("/type")).endsWith("/rate-limit-exceeded");
        assertThat(refused.header("x-rate-limit-limit")).isEqualTo("75");
        assertThat(refused.header("x-rate-limit-remaining")).isEqualTo("0");
        assertThat(Long.parseLong(refused.header("x-rate-limit-reset")))
                .isBetween(NOW.getEpochSecond() + 890, NOW.getEpochSecond() + 930);
        assertThat(ask("tweets/" + id).status()).isEqualTo(200);
    }

    @Test
    void countsThePostsThatWereRead() {
        int shown = ask("users/" + readable() + "/tweets", "max_results", "20")
                .at("/data")
                .size();

        assertThat(ask("usage/tweets").text("/data/project_usage")).isEqualTo("" + shown);
    }
}
