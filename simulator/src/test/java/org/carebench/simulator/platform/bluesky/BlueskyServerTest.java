package org.carebench.simulator.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.http.SimulatedHttp.query;
import static org.carebench.simulator.platform.OpenPlatforms.NOW;
import static org.carebench.simulator.platform.OpenPlatforms.WORLD;
import static org.carebench.simulator.platform.OpenPlatforms.given;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.SimulatedHttp;
import org.carebench.simulator.http.SimulatedHttp.Reply;
import org.carebench.simulator.platform.IsoTime;
import org.carebench.simulator.platform.OpenPlatforms;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Discussion;
import org.carebench.simulator.world.ForeignPost;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BlueskyServerTest {

    private static final String XRPC = "/bluesky/xrpc/";
    private static final String PROFILE = XRPC + "app.bsky.actor.getProfile";
    private static final String PROFILES = XRPC + "app.bsky.actor.getProfiles";
    private static final String FEED = XRPC + "app.bsky.feed.getAuthorFeed";
    private static final String POSTS = XRPC + "app.bsky.feed.getPosts";
    private static final String THREAD = XRPC + "app.bsky.feed.getPostThread";
    private static final String SEARCH = XRPC + "app.bsky.feed.searchPosts";
    private static final String NOTIFICATIONS = XRPC + "app.bsky.notification.listNotifications";
    private static final String SERVER = XRPC + "com.atproto.server.";

    private final SimulatedHttp http = OpenPlatforms.start();

    @AfterEach
    void stop() {
        http.close();
    }

    private static void assertError(Reply reply, int status, String error, String message) {
        assertThat(reply.body()).hasToString("{\"error\":\"" + error + "\",\"message\":\"" + message + "\"}");
        assertThat(reply.status()).isEqualTo(status);
    }

    // ---- profiles

    @Test
    void showsTheProfileThatIsAskedForByHandleOrDid() {
        Account account = OpenPlatforms.readable(Platform.BLUESKY);
        AccountCounters counters = WORLD.counters(account, NOW);

        Reply reply = http.get(PROFILE + query("actor", account.handleAt(NOW)));

        assertThat(reply.text("/did")).isEqualTo(account.stableId());
        assertThat(reply.text("/handle")).isEqualTo(account.handleAt(NOW));
        assertThat(reply.at("/followersCount").asLong()).isEqualTo(counters.followers());
        assertThat(reply.at("/followsCount").asLong()).isEqualTo(counters.following());
        assertThat(reply.at("/postsCount").asLong()).isEqualTo(counters.posts());
        assertThat(http.get(PROFILE + query("actor", account.stableId())).body())
                .isEqualTo(reply.body());
    }

    @Test
    void showsNeitherNameNorTimesOfAnAccountWithoutAProfile() {
        Account account = OpenPlatforms.readable(Platform.BLUESKY);
        Account bare = new Account(
                account.platform(),
                account.index(),
                account.provider(),
                account.organizationIds(),
                account.stableId(),
                null,
                null,
                account.relation(),
                account.handles(),
                account.createdAt(),
                account.statuses(),
                false,
                false,
                false,
                new Account.Profile(null, null, null, null, null, null, false, false),
                account.seed());

        assertThat(new BlueskyViews(WORLD).profile(bare, NOW).propertyNames())
                .contains("did", "handle", "postsCount")
                .doesNotContain("displayName", "description", "createdAt", "indexedAt");
    }

    @Test
    void doesNotFindAnAccountByItsOldHandle() {
        Account renamed = OpenPlatforms.renamed(Platform.BLUESKY);

        assertError(
                http.get(PROFILE + query("actor", renamed.handles().get(0).name())),
                400,
                "InvalidRequest",
                "Profile not found");
        assertThat(http.get(PROFILE + query("actor", renamed.stableId())).text("/handle"))
                .isEqualTo(renamed.handleAt(NOW));
    }

    @ParameterizedTest
    @CsvSource({
        "DEACTIVATED, AccountDeactivated, Account is deactivated",
        "SUSPENDED, AccountTakedown, Account has been suspended",
        "NOT_FOUND, InvalidRequest, Profile not found"
    })
    void saysInTheProfileWhyAnAccountIsClosedAndInTheFeedOnlyThatItIs(
            AccountStatus status, String error, String message) {
        String did = OpenPlatforms.with(Platform.BLUESKY, status).stableId();

        assertError(http.get(PROFILE + query("actor", did)), 400, error, message);
        assertError(http.get(FEED + query("actor", did)), 400, "InvalidRequest", "Profile not found");
    }

    @Test
    void leavesOutOfABatchWhoeverIsUnknownOrClosed() {
        String did = OpenPlatforms.readable(Platform.BLUESKY).stableId();
        String closed =
                OpenPlatforms.with(Platform.BLUESKY, AccountStatus.SUSPENDED).stableId();

        Reply reply = http.get(PROFILES + query("actors", closed, "actors", "nobody.test", "actors", did));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.texts("/profiles", "/did")).containsExactly(did);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            app.bsky.actor.getProfile || Missing required key "actor"
            app.bsky.actor.getProfile | ?actor=not+a+handle | Invalid AT identifier (got "not a handle")
            app.bsky.feed.getAuthorFeed | ?actor=a.test&limit=101 | integer too big (maximum 100, got 101)
            app.bsky.feed.getAuthorFeed | ?actor=a.test&limit=0 | integer too small (minimum 1, got 0)
            app.bsky.feed.getAuthorFeed | ?actor=a.test&limit=x | Expected integer value type (got "x")
            app.bsky.feed.getPosts | ?uris=http://a | Invalid AT-URI (got "http://a")
            app.bsky.feed.searchPosts | ?limit=5 | Missing required key "q"
            app.bsky.feed.searchPosts | ?q=a&since=June | Invalid datetime (got "June")
            """)
    void refusesParametersThatBreakTheLexicon(String nsid, String parameters, String problem) {
        Reply reply = http.get(XRPC + nsid + (parameters == null ? "" : parameters));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/error")).isEqualTo("InvalidRequest");
        assertThat(reply.text("/message")).isEqualTo("Invalid " + nsid + " params: " + problem);
    }

    @Test
    void takesTwentyFiveAtMost() {
        assertError(
                http.get(PROFILES + "?" + String.join("&", OpenPlatforms.copies("actors=a.test", 26))),
                400,
                "InvalidRequest",
                "Invalid app.bsky.actor.getProfiles params: array too big (maximum 25, got 26)");
        assertError(
                http.get(POSTS + "?" + String.join("&", OpenPlatforms.copies("uris=at://a.test/b/c", 26))),
                400,
                "InvalidRequest",
                "Invalid app.bsky.feed.getPosts params: array too big (maximum 25, got 26)");
    }

    @Test
    void resolvesHandles() {
        Account account = OpenPlatforms.readable(Platform.BLUESKY);
        String path = XRPC + "com.atproto.identity.resolveHandle";

        assertThat(http.get(path + query("handle", account.handleAt(NOW))).text("/did"))
                .isEqualTo(account.stableId());
        assertError(http.get(path + query("handle", "nobody.test")), 400, "HandleNotFound", "Unable to resolve handle");
    }

    @Test
    void knowsNoOtherCall() {
        assertThat(http.get(XRPC + "app.bsky.unspecced.getPostThreadV2").status())
                .isEqualTo(501);
    }

    // ---- feeds

    private List<JsonNode> feed(Account account, int limit, String... more) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            Reply reply = http.get(FEED
                    + query("actor", account.stableId(), "limit", "" + limit)
                    + (more.length == 0 ? "" : "&" + query(more).substring(1))
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(reply.at("/feed").size()).isLessThanOrEqualTo(limit);
            reply.at("/feed").forEach(items::add);
            cursor = reply.text("/cursor");
        } while (!cursor.isEmpty());
        return items;
    }

    private static String uri(JsonNode item) {
        return item.has("reason")
                ? item.at("/reason/uri").asString()
                : item.at("/post/uri").asString();
    }

    @Test
    void listsEveryPostOnceOverItsPagesInTheClaimedOrder() {
        Account account = OpenPlatforms.readable(Platform.BLUESKY);
        List<JsonNode> items = feed(account, 7);

        assertThat(items.stream().map(BlueskyServerTest::uri))
                .containsExactlyInAnyOrderElementsOf(WORLD.posts(account, NOW).stream()
                        .map(post -> post.kind() == PostKind.REPOST ? BlueskyViews.repostUri(post) : post.id())
                        .toList());
        assertThat(items.stream()
                        .filter(item -> !item.has("reason"))
                        .map(item -> item.at("/post/indexedAt").asString()))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void givesShortPagesAlthoughMoreFollow() {
        Account account = OpenPlatforms.readable(Platform.BLUESKY);
        boolean met = false;
        String cursor = "";
        do {
            Reply reply = http.get(FEED
                    + query("actor", account.stableId(), "limit", "5")
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            cursor = reply.text("/cursor");
            met |= !cursor.isEmpty() && reply.at("/feed").size() < 5;
        } while (!cursor.isEmpty());

        assertThat(met).isTrue();
    }

    @Test
    void showsCountersAndTextOfAPost() {
        Post post = OpenPlatforms.post(
                Platform.BLUESKY,
                found -> found.kind() == PostKind.ORIGINAL
                        && WORLD.counters(found, NOW).likes() > 2
                        && WORLD.counters(found, NOW).comments() > 0);
        PostCounters counters = WORLD.counters(post, NOW);

        JsonNode view = http.get(POSTS + query("uris", post.id())).at("/posts/0");

        assertThat(view.at("/likeCount").asLong()).isEqualTo(counters.likes());
        assertThat(view.at("/replyCount").asLong()).isEqualTo(counters.comments());
        assertThat(view.at("/repostCount").asLong()).isEqualTo(counters.shares());
        assertThat(view.at("/quoteCount").asLong()).isEqualTo(counters.quotes());
        assertThat(view.at("/record/text").asString()).isEqualTo(WORLD.text(post, NOW));
        assertThat(view.at("/record/langs/0").asString()).isEqualTo(post.language());
        assertThat(view.at("/record/createdAt").asString()).isEqualTo(IsoTime.milliseconds(post.createdAt()));
        assertThat(view.at("/author/did").asString()).isEqualTo(post.account().stableId());
        assertThat(http.get(POSTS
                                + query(
                                        "uris",
                                        post.id()
                                                .replace(
                                                        post.account().stableId(),
                                                        post.account().handleAt(NOW))))
                        .at("/posts/0"))
                .isEqualTo(view);
    }

    @Test
    void marksWhatIsPassedOnWithAReasonAndTheAuthorOfIt() {
        Post repost = OpenPlatforms.post(Platform.BLUESKY, post -> post.kind() == PostKind.REPOST);

        ForeignPost about = given(repost.about());

        JsonNode item = feed(repost.account(), 100).stream()
                .filter(found -> uri(found).equals(BlueskyViews.repostUri(repost)))
                .findFirst()
                .orElseThrow();

        assertThat(item.at("/reason/$type").asString()).isEqualTo("app.bsky.feed.defs#reasonRepost");
        assertThat(item.at("/reason/by/did").asString())
                .isEqualTo(repost.account().stableId());
        assertThat(item.at("/post/author/did").asString())
                .isEqualTo(about.author().id())
                .isNotEqualTo(repost.account().stableId());
        assertThat(item.at("/post/likeCount").asLong()).isEqualTo(about.likes());
    }

    @Test
    void placesABackdatedPostWhereItClaimsToBe() {
        Post backdated =
                OpenPlatforms.post(Platform.BLUESKY, post -> post.isBackdated() && post.kind() == PostKind.ORIGINAL);

        JsonNode item = feed(backdated.account(), 100).stream()
                .filter(found -> uri(found).equals(backdated.id()))
                .findFirst()
                .orElseThrow();

        assertThat(item.at("/post/indexedAt").asString())
                .isEqualTo(IsoTime.milliseconds(backdated.createdAt()))
                .isLessThan(IsoTime.milliseconds(backdated.appearedAt()));
    }

    @Test
    void showsWithAReplyWhatItAnswers() {
        Post reply = OpenPlatforms.post(
                Platform.BLUESKY,
                post -> post.kind() == PostKind.REPLY && OpenPlatforms.isThere(Platform.BLUESKY, post.replyToId()));

        JsonNode item = feed(reply.account(), 100).stream()
                .filter(found -> uri(found).equals(reply.id()))
                .findFirst()
                .orElseThrow();

        assertThat(item.at("/post/record/reply/parent/uri").asString()).isEqualTo(reply.replyToId());
        assertThat(item.at("/post/record/reply/root/uri").asString()).isEqualTo(reply.conversationId());
        assertThat(item.at("/reply/parent/uri").asString()).isEqualTo(reply.replyToId());
        assertThat(item.at("/reply/parent/$type").asString()).isEqualTo("app.bsky.feed.defs#postView");
    }

    @Test
    void leavesOutRepliesOrTextsWhereAskedTo() {
        Account account = OpenPlatforms.post(Platform.BLUESKY, post -> post.kind() == PostKind.REPLY)
                .account();
        List<Post> posts = WORLD.posts(account, NOW);

        assertThat(feed(account, 100, "filter", "posts_no_replies"))
                .hasSize((int) posts.stream()
                        .filter(post -> post.kind() != PostKind.REPLY)
                        .count())
                .hasSizeLessThan(posts.size());
        assertThat(feed(account, 100, "filter", "posts_with_media"))
                .isNotEmpty()
                .allMatch(item -> item.at("/post").has("embed"));
    }

    @Test
    void failsItselfOnACursorThatIsNone() {
        String did = OpenPlatforms.readable(Platform.BLUESKY).stableId();

        assertError(
                http.get(FEED + query("actor", did, "cursor", "garbage")),
                500,
                "InternalServerError",
                "Internal Server Error");
    }

    @Test
    void leavesOutPostsThatAreDeleted() {
        Post kept = OpenPlatforms.post(Platform.BLUESKY, post -> post.kind() == PostKind.ORIGINAL);
        Post deleted = OpenPlatforms.deleted(Platform.BLUESKY, (account, post) -> post.kind() == PostKind.ORIGINAL);

        Reply reply = http.get(POSTS + query("uris", deleted.id(), "uris", kept.id()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.texts("/posts", "/uri")).containsExactly(kept.id());
        assertError(http.get(THREAD + query("uri", deleted.id())), 400, "NotFound", "Post not found: " + deleted.id());
    }

    @Test
    void lowersACounterWhenLikesAreTakenBack() {
        for (Post post : OpenPlatforms.posts(Platform.BLUESKY)
                .filter(found -> found.kind() == PostKind.ORIGINAL)
                .toList()) {
            for (int day = 1; day < 8; day++) {
                Instant later = NOW.plusSeconds(day * 86_400L);
                if (post.isVisibleAt(later)
                        && WORLD.counters(post, later).likes()
                                < WORLD.counters(post, NOW).likes()) {
                    long before = likes(post);
                    http.moveTo(later);
                    assertThat(likes(post)).isLessThan(before);
                    return;
                }
            }
        }
        throw new AssertionError("No like is taken back in this world.");
    }

    private long likes(Post post) {
        return http.get(POSTS + query("uris", post.id()))
                .at("/posts/0/likeCount")
                .asLong();
    }

    @Test
    void givesRawRecordsInTheOrderInWhichTheyWereReallyWritten() {
        Account account = OpenPlatforms.readable(Platform.BLUESKY);
        List<String> uris = new ArrayList<>();
        String cursor = "";
        do {
            Reply reply = http.get(XRPC + "com.atproto.repo.listRecords"
                    + query("repo", account.stableId(), "collection", "app.bsky.feed.post", "limit", "9")
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            uris.addAll(reply.texts("/records", "/uri"));
            cursor = reply.text("/cursor");
        } while (!cursor.isEmpty());

        assertThat(uris)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .containsExactlyInAnyOrderElementsOf(WORLD.posts(account, NOW).stream()
                        .filter(post -> post.kind() != PostKind.REPOST)
                        .map(Post::id)
                        .toList());
    }

    // ---- conversations

    private static List<String> below(JsonNode node) {
        List<String> uris = new ArrayList<>();
        node.path("replies").forEach(reply -> {
            uris.add(reply.at("/post/uri").asString());
            uris.addAll(below(reply));
        });
        return uris;
    }

    @Test
    void showsEverythingBelowAPost() {
        Post post = OpenPlatforms.commented(
                Platform.BLUESKY,
                comments -> comments.size() > 2
                        && comments.stream().anyMatch(Interaction::isByOwner)
                        && comments.stream().noneMatch(comment -> isOrphan(comment)));

        JsonNode thread =
                http.get(THREAD + query("uri", post.id(), "depth", "100")).at("/thread");

        assertThat(below(thread)).containsExactlyInAnyOrderElementsOf(OpenPlatforms.ids(WORLD.comments(post, NOW)));
        assertThat(thread.at("/replies").size())
                .isEqualTo(thread.at("/post/replyCount").asInt());
        assertThat(http.get(THREAD + query("uri", post.id(), "depth", "1"))
                        .at("/thread/replies/0")
                        .has("replies"))
                .isFalse();
    }

    private static boolean isOrphan(Interaction comment) {
        String parent = comment.parentId();
        return parent != null
                && WORLD.post(Platform.BLUESKY, parent, NOW).isEmpty()
                && WORLD.interaction(Platform.BLUESKY, parent, NOW).isEmpty();
    }

    @Test
    void losesWithADeletedReplyEverythingBelowItButFindsItByItsAddress() {
        Interaction orphan = OpenPlatforms.orphan(Platform.BLUESKY);

        assertThat(below(http.get(THREAD + query("uri", given(orphan.postId()), "depth", "100"))
                        .at("/thread")))
                .doesNotContain(orphan.id());
        JsonNode own = http.get(THREAD + query("uri", orphan.id())).at("/thread");
        assertThat(own.at("/post/uri").asString()).isEqualTo(orphan.id());
        assertThat(own.at("/parent"))
                .hasToString("{\"uri\":\"" + orphan.parentId()
                        + "\",\"notFound\":true,\"$type\":\"app.bsky.feed.defs#notFoundPost\"}");
    }

    @Test
    void showsAboveAnAnswerWhatItAnswers() {
        Interaction answer = OpenPlatforms.posts(Platform.BLUESKY)
                .flatMap(post -> WORLD.comments(post, NOW).stream())
                .filter(found -> found.isByOwner() && !isOrphan(found))
                .findFirst()
                .orElseThrow();

        JsonNode thread = http.get(THREAD + query("uri", answer.id())).at("/thread");

        assertThat(thread.at("/parent/post/uri").asString()).isEqualTo(answer.parentId());
        assertThat(thread.at("/parent/parent/post/uri").asString()).isEqualTo(answer.postId());
        assertThat(http.get(THREAD + query("uri", answer.id(), "parentHeight", "0"))
                        .at("/thread")
                        .has("parent"))
                .isFalse();
    }

    @Test
    void listsQuotes() {
        Post post = OpenPlatforms.post(
                Platform.BLUESKY, found -> !WORLD.quotes(found, NOW).isEmpty());

        Reply reply = http.get(XRPC + "app.bsky.feed.getQuotes" + query("uri", post.id(), "limit", "100"));

        assertThat(reply.texts("/posts", "/uri"))
                .containsExactlyInAnyOrderElementsOf(OpenPlatforms.ids(WORLD.quotes(post, NOW)));
        assertThat(reply.texts("/posts", "/embed/record/uri")).containsOnly(post.id());
    }

    @Test
    void findsMentionsByWhomTheyNameWithinAnInterval() {
        Account account = OpenPlatforms.account(
                Platform.BLUESKY,
                found -> found.isReadableAt(NOW)
                        && mentions(found, WORLD.scenario().begin()).size() > 3);
        Instant since = NOW.minusSeconds(40 * 86_400L);

        Reply all = http.get(SEARCH + query("q", "*", "mentions", account.stableId(), "limit", "100"));
        Reply late = http.get(
                SEARCH + query("q", "*", "mentions", account.stableId(), "limit", "100", "since", since.toString()));

        assertThat(all.texts("/posts", "/uri"))
                .containsExactlyInAnyOrderElementsOf(
                        mentions(account, WORLD.scenario().begin()));
        assertThat(all.texts("/posts", "/record/facets/0/features/0/did")).containsOnly(account.stableId());
        assertThat(late.texts("/posts", "/uri")).containsExactlyInAnyOrderElementsOf(mentions(account, since));
    }

    private static List<String> mentions(Account account, Instant since) {
        return WORLD.mentions(account, since, NOW, NOW).stream()
                .filter(mention -> mention.kind() == InteractionKind.MENTION)
                .map(Interaction::id)
                .toList();
    }

    @Test
    void marksANameInBytes() {
        Interaction mention = WORLD.accounts(Platform.BLUESKY).stream()
                .filter(account -> account.isReadableAt(NOW))
                .flatMap(account -> WORLD.mentions(account, WORLD.scenario().begin(), NOW, NOW).stream())
                .filter(found -> found.kind() == InteractionKind.MENTION)
                .findFirst()
                .orElseThrow();

        JsonNode index = http.get(POSTS + query("uris", mention.id())).at("/posts/0/record/facets/0/index");

        String name = "@" + mention.account().handleAt(mention.createdAt());
        assertThat(index.at("/byteStart").asInt()).isEqualTo(mention.text().indexOf(name));
        assertThat(index.at("/byteEnd").asInt() - index.at("/byteStart").asInt())
                .isEqualTo(name.length());
    }

    @Test
    void findsPublicPostsByTheirWords() {
        Instant since = NOW.minusSeconds(3 * 86_400L);
        List<Discussion> all = WORLD.discussions(Platform.BLUESKY, since, NOW, NOW);
        String word = all.get(0).text().split("[^A-Za-z]+", -1)[1];

        Reply reply = http.get(SEARCH + query("q", word, "since", since.toString(), "limit", "100"));

        assertThat(reply.texts("/posts", "/uri"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(discussion -> discussion.matches(word))
                        .map(Discussion::id)
                        .toList());
    }

    // ---- sessions

    private static Account owned() {
        return OpenPlatforms.account(
                Platform.BLUESKY, account -> account.isReadableAt(NOW) && account.relation() == Relation.OWNED);
    }

    private Reply login(String identifier, String password) {
        return http.post(
                SERVER + "createSession",
                "{\"identifier\":\"" + identifier + "\",\"password\":\"" + password + "\"}",
                "Content-Type",
                "application/json");
    }

    private Reply with(String token, String path) {
        return http.get(path, "Authorization", "Bearer " + token);
    }

    @Test
    void opensASessionForAnOwnedAccount() {
        Account account = owned();

        Reply session = login(account.handleAt(NOW), BlueskySessions.PASSWORD);

        assertThat(session.text("/did")).isEqualTo(account.stableId());
        assertThat(session.text("/handle")).isEqualTo(account.handleAt(NOW));
        assertThat(with(session.text("/accessJwt"), SERVER + "getSession").text("/did"))
                .isEqualTo(account.stableId());
    }

    @Test
    void opensNoSessionForAWrongPasswordOrAnAccountOfOthers() {
        Account other = OpenPlatforms.account(Platform.BLUESKY, account -> account.relation() == Relation.OTHER);

        for (Reply reply :
                List.of(login(owned().handleAt(NOW), "wrong"), login(other.handleAt(NOW), BlueskySessions.PASSWORD))) {
            assertError(reply, 401, "AuthenticationRequired", "Invalid identifier or password");
        }
    }

    @Test
    void renewsASessionWithItsRefreshTokenOnly() {
        Reply session = login(owned().handleAt(NOW), BlueskySessions.PASSWORD);

        Reply refreshed =
                http.post(SERVER + "refreshSession", "", "Authorization", "Bearer " + session.text("/refreshJwt"));
        assertThat(with(refreshed.text("/accessJwt"), NOTIFICATIONS).status()).isEqualTo(200);
        assertError(
                http.post(SERVER + "refreshSession", "", "Authorization", "Bearer " + session.text("/accessJwt")),
                400,
                "InvalidToken",
                "Token could not be verified");
    }

    @Test
    void answers400ForAnExpiredToken() {
        String token = login(owned().handleAt(NOW), BlueskySessions.PASSWORD).text("/accessJwt");
        http.moveTo(NOW.plusSeconds(7_260));

        assertError(with(token, NOTIFICATIONS), 400, "ExpiredToken", "Token has expired");
        assertError(
                with(token, PROFILE + query("actor", owned().stableId())), 400, "ExpiredToken", "Token has expired");
    }

    @Test
    void answers401WithoutAndA400WithABadToken() {
        assertError(http.get(NOTIFICATIONS), 401, "AuthMissing", "Authentication Required");
        assertError(with("nonsense", NOTIFICATIONS), 400, "InvalidToken", "Token could not be verified");
    }

    @Test
    void notifiesOfEverythingThatOthersWroteOnce() {
        Account account = owned();
        String token = login(account.stableId(), BlueskySessions.PASSWORD).text("/accessJwt");
        List<String> uris = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        String cursor = "";
        do {
            Reply reply =
                    with(token, NOTIFICATIONS + query("limit", "10") + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            uris.addAll(reply.texts("/notifications", "/uri"));
            reasons.addAll(reply.texts("/notifications", "/reason"));
            cursor = reply.text("/cursor");
        } while (!cursor.isEmpty());

        assertThat(uris)
                .doesNotHaveDuplicates()
                .containsAll(mentions(account, WORLD.scenario().begin()))
                .hasSizeGreaterThan(10);
        assertThat(reasons.stream().collect(Collectors.toSet())).contains("mention", "reply");
        assertThat(with(token, NOTIFICATIONS + query("reasons", "mention")).texts("/notifications", "/reason"))
                .containsOnly("mention");
    }

    // ---- limits

    @Test
    void refusesTheThirtyFirstSignInOfFiveMinutes() {
        for (int i = 0; i < 30; i++) {
            assertThat(login("a.test", "wrong").status()).isEqualTo(401);
        }

        Reply refused = login("a.test", "wrong");

        assertError(refused, 429, "RateLimitExceeded", "Rate Limit Exceeded");
        assertThat(refused.header("RateLimit-Limit")).isEqualTo("30");
        assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("30;w=300");
        assertThat(Long.parseLong(refused.header("RateLimit-Reset")))
                .isBetween(NOW.getEpochSecond() + 290, NOW.getEpochSecond() + 305);
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(280L, 300L);
    }

    @Test
    void tellsHowManyRequestsAreLeft() {
        assertThat(http.get(PROFILE + query("actor", "a.test")).header("RateLimit-Policy"))
                .isEqualTo("3000;w=300");
        assertThat(http.get(PROFILE + query("actor", "a.test")).header("RateLimit-Remaining"))
                .isEqualTo("2998");
    }
}
