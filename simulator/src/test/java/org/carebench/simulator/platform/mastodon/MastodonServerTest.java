package org.carebench.simulator.platform.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.http.SimulatedHttp.query;
import static org.carebench.simulator.platform.OpenPlatforms.NOW;
import static org.carebench.simulator.platform.OpenPlatforms.WORLD;
import static org.carebench.simulator.platform.OpenPlatforms.given;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.Relation;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MastodonServerTest {

    private static final String STRICT =
            MastodonServer.STRICT_SERVERS.iterator().next();
    private static final String[] TOKEN = {"Authorization", "Bearer sim-mastodon-token"};
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(next|prev)\"");

    private final SimulatedHttp http = OpenPlatforms.start();

    @AfterEach
    void stop() {
        http.close();
    }

    private static Account open(Predicate<Account> test) {
        return OpenPlatforms.account(
                Platform.MASTODON, account -> !STRICT.equals(account.homeServer()) && test.test(account));
    }

    private static Account open(AccountStatus status) {
        return open(account -> account.statusAt(NOW) == status);
    }

    private static Account busy() {
        return open(account ->
                account.isReadableAt(NOW) && WORLD.posts(account, NOW).size() > 20);
    }

    private static boolean isOpen(Post post) {
        return !STRICT.equals(post.account().homeServer());
    }

    private static String api(Account account) {
        return "/mastodon/" + account.homeServer() + "/api/v1/";
    }

    private static String statuses(Account account) {
        return api(account) + "accounts/" + account.stableId() + "/statuses";
    }

    private static String link(Reply reply, String relation) {
        Matcher matcher = LINK.matcher(reply.header("Link"));
        while (matcher.find()) {
            if (matcher.group(2).equals(relation)) {
                return matcher.group(1);
            }
        }
        return "";
    }

    private static List<String> ids(Reply reply) {
        return reply.texts("", "/id");
    }

    // ---- accounts

    @Test
    void looksUpAnAccountByItsNameAtItsOwnServer() {
        Account account = busy();
        AccountCounters counters = WORLD.counters(account, NOW);
        Instant last = WORLD.posts(account, NOW).stream()
                .map(Post::appearedAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();

        Reply reply = http.get(api(account) + "accounts/lookup" + query("acct", account.handleAt(NOW)));

        assertThat(reply.text("/id")).isEqualTo(account.stableId());
        assertThat(reply.at("/followers_count").asLong()).isEqualTo(counters.followers());
        assertThat(reply.at("/statuses_count").asLong()).isEqualTo(counters.posts() + counters.reposts());
        assertThat(reply.text("/created_at")).endsWith("T00:00:00.000Z");
        assertThat(reply.text("/last_status_at"))
                .isEqualTo(last.atZone(ZoneOffset.UTC).toLocalDate().toString());
        assertThat(reply.body().propertyNames()).doesNotContain("moved", "suspended", "limited");
        assertThat(http.get(api(account) + "accounts/" + account.stableId()).body())
                .isEqualTo(reply.body());
        assertThat(http.get("/mastodon/elsewhere.example/api/v1/accounts/" + account.stableId())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void answersForASuspendedAccountWithZeros() {
        Account suspended = open(AccountStatus.SUSPENDED);

        Reply reply = http.get(api(suspended) + "accounts/" + suspended.stableId());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.at("/suspended").asBoolean()).isTrue();
        assertThat(reply.at("/followers_count").asLong()).isZero();
        assertThat(reply.at("/statuses_count").asLong()).isZero();
        assertThat(http.get(statuses(suspended)).body()).hasToString("[]");
    }

    @Test
    void doesNotKnowWhoIsGone() {
        Account gone = OpenPlatforms.with(Platform.MASTODON, AccountStatus.NOT_FOUND);

        Reply reply = http.get(api(gone) + "accounts/" + gone.stableId(), TOKEN);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).hasToString("{\"error\":\"Record not found\"}");
    }

    @Test
    void saysWhereAnAccountMovedTo() {
        Account moved = OpenPlatforms.with(Platform.MASTODON, AccountStatus.MOVED);

        Reply reply = http.get(api(moved) + "accounts/" + moved.stableId(), TOKEN);

        assertThat(reply.text("/moved/id")).isEqualTo(moved.movedToAt(NOW));
    }

    @Test
    void leavesOutOfABatchWhoIsNotKnown() {
        Account account = busy();

        Reply reply =
                http.get(api(account) + "accounts" + query("id[]", "1", "id[]", account.stableId(), "id[]", "abc"));

        assertThat(ids(reply)).containsExactly(account.stableId());
    }

    @Test
    void findsAnAccountByItsFullNameForThoseWithAToken() {
        Account account = busy();
        String path = "/mastodon/" + account.homeServer() + "/api/v2/search"
                + query(
                        "q",
                        "@" + account.handleAt(NOW) + "@" + account.homeServer(),
                        "resolve",
                        "true",
                        "type",
                        "accounts");

        assertThat(http.get(path, TOKEN).texts("/accounts", "/id")).containsExactly(account.stableId());
        assertThat(http.get(path).status()).isEqualTo(401);
    }

    @Test
    void saysWhichVersionItIs() {
        assertThat(http.get("/mastodon/" + busy().homeServer() + "/api/v2/instance")
                        .at("/api_versions/mastodon")
                        .asInt())
                .isEqualTo(7);
    }

    // ---- statuses

    @Test
    void listsEveryStatusOnceOverTheLinksOfItsPages() {
        Account account = busy();
        List<String> ids = new ArrayList<>();
        String next = statuses(account) + "?limit=7";
        while (!next.isEmpty()) {
            Reply reply = http.get(next);
            ids.addAll(ids(reply));
            next = link(reply, "next");
        }

        assertThat(ids)
                .isSortedAccordingTo(StatusPage.BY_ID.reversed())
                .containsExactlyInAnyOrderElementsOf(
                        WORLD.posts(account, NOW).stream().map(Post::id).toList());
    }

    @Test
    void walksForwardFromMinIdAndLeavesAGapAboveSinceId() {
        Account account = busy();
        List<String> newestFirst = ids(http.get(statuses(account) + "?limit=40"));
        String bound = newestFirst.get(10);

        assertThat(ids(http.get(statuses(account) + query("limit", "3", "min_id", bound))))
                .isEqualTo(newestFirst.subList(7, 10));
        assertThat(ids(http.get(statuses(account) + query("limit", "3", "since_id", bound))))
                .isEqualTo(newestFirst.subList(0, 3));
        assertThat(ids(http.get(statuses(account) + query("limit", "3", "max_id", bound))))
                .isEqualTo(newestFirst.subList(11, 14));
        Reply page = http.get(statuses(account) + query("limit", "3", "max_id", bound));
        assertThat(ids(http.get(link(page, "prev")))).isEqualTo(newestFirst.subList(8, 11));
    }

    @Test
    void cutsAPageAtFortyAndGivesTwentyUnlessAsked() {
        Account account =
                open(found -> found.isReadableAt(NOW) && WORLD.posts(found, NOW).size() > 45);

        assertThat(ids(http.get(statuses(account) + "?limit=100"))).hasSize(40);
        assertThat(ids(http.get(statuses(account)))).hasSize(20);
        assertThat(ids(http.get(statuses(account) + "?limit=none"))).hasSize(20);
    }

    @Test
    void leavesOutBoostsAndRepliesWhereAskedTo() {
        Account account = open(found -> found.isReadableAt(NOW)
                && WORLD.posts(found, NOW).stream().anyMatch(post -> post.kind() == PostKind.REPOST)
                && WORLD.posts(found, NOW).stream().anyMatch(post -> post.kind() == PostKind.REPLY));
        List<Post> posts = WORLD.posts(account, NOW);

        List<String> ids = new ArrayList<>();
        String next = statuses(account) + "?limit=40&exclude_reblogs=true&exclude_replies=1";
        while (!next.isEmpty()) {
            Reply reply = http.get(next);
            ids.addAll(ids(reply));
            next = link(reply, "next");
        }

        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(posts.stream()
                        .filter(post -> post.kind() != PostKind.REPOST && post.kind() != PostKind.REPLY)
                        .map(Post::id)
                        .toList());
    }

    @Test
    void showsCountersAndTextOfAStatus() {
        Post post = OpenPlatforms.post(
                Platform.MASTODON,
                found -> isOpen(found)
                        && found.kind() == PostKind.ORIGINAL
                        && WORLD.counters(found, NOW).likes() > 0);
        PostCounters counters = WORLD.counters(post, NOW);

        Reply reply = http.get(api(post.account()) + "statuses/" + post.id());

        assertThat(reply.at("/favourites_count").asLong()).isEqualTo(counters.likes());
        assertThat(reply.at("/replies_count").asLong()).isEqualTo(counters.comments());
        assertThat(reply.at("/reblogs_count").asLong()).isEqualTo(counters.shares());
        assertThat(reply.at("/quotes_count").asLong()).isEqualTo(counters.quotes());
        assertThat(reply.text("/content")).startsWith("<p>").endsWith("</p>");
        assertThat(reply.text("/account/id")).isEqualTo(post.account().stableId());
        assertThat(reply.at("/in_reply_to_id").isNull()).isTrue();
    }

    @Test
    void wrapsWhatIsBoostedAndGivesTheWrapperNoCounters() {
        Post boost = OpenPlatforms.post(Platform.MASTODON, post -> isOpen(post) && post.kind() == PostKind.REPOST);

        Reply reply = http.get(api(boost.account()) + "statuses/" + boost.id());

        assertThat(reply.text("/reblog/id")).isEqualTo(given(boost.about()).id());
        assertThat(reply.at("/reblog/favourites_count").asLong())
                .isEqualTo(given(boost.about()).likes());
        assertThat(reply.at("/favourites_count").asLong()).isZero();
        assertThat(reply.text("/account/id")).isEqualTo(boost.account().stableId());
    }

    @Test
    void saysWhenAStatusWasEdited() {
        Post edited = OpenPlatforms.post(
                Platform.MASTODON,
                post -> isOpen(post)
                        && post.editedAt() != null
                        && !post.editedAt().isAfter(NOW));

        Reply after = http.get(api(edited.account()) + "statuses/" + edited.id());
        http.moveTo(edited.appearedAt());
        Reply before = http.get(api(edited.account()) + "statuses/" + edited.id());

        assertThat(Instant.parse(after.text("/edited_at")))
                .isBetween(given(edited.editedAt()).minusMillis(1), given(edited.editedAt()));
        assertThat(before.at("/edited_at").isNull()).isTrue();
        assertThat(before.text("/content")).isNotEqualTo(after.text("/content"));
    }

    @Test
    void doesNotKnowADeletedStatusAndLeavesItOutOfABatch() {
        Post deleted = OpenPlatforms.deleted(
                Platform.MASTODON, (account, post) -> isOpen(post) && post.kind() == PostKind.ORIGINAL);
        Post kept = OpenPlatforms.post(
                Platform.MASTODON,
                post -> given(deleted.account().homeServer())
                        .equals(post.account().homeServer()));

        assertThat(http.get(api(deleted.account()) + "statuses/" + deleted.id()).status())
                .isEqualTo(404);
        assertThat(ids(http.get(api(deleted.account()) + "statuses" + query("id[]", deleted.id(), "id[]", kept.id()))))
                .containsExactly(kept.id());
    }

    // ---- conversations

    @Test
    void showsEverythingBelowAStatusEachBehindWhatItAnswers() {
        Post post = OpenPlatforms.commented(
                Platform.MASTODON,
                comments -> comments.stream().anyMatch(Interaction::isByOwner)
                        && comments.stream().allMatch(MastodonServerTest::hasParent));

        Reply reply = http.get(api(post.account()) + "statuses/" + post.id() + "/context", TOKEN);

        List<String> ids = reply.texts("/descendants", "/id");
        assertThat(ids).containsExactlyInAnyOrderElementsOf(OpenPlatforms.ids(WORLD.comments(post, NOW)));
        reply.at("/descendants").forEach(answer -> {
            String parent = answer.at("/in_reply_to_id").asString();
            assertThat(ids.indexOf(parent))
                    .isLessThan(ids.indexOf(answer.at("/id").asString()));
            assertThat(parent.equals(post.id()) || ids.contains(parent)).isTrue();
        });
        assertThat(reply.at("/ancestors").size()).isZero();
    }

    private static boolean hasParent(Interaction comment) {
        String parent = comment.parentId();
        return parent != null
                && (WORLD.post(Platform.MASTODON, parent, NOW).isPresent()
                        || OpenPlatforms.isThere(Platform.MASTODON, parent));
    }

    @Test
    void losesWhatADeletedReplyAnsweredAndItsPlaceInTheConversation() {
        Interaction orphan = OpenPlatforms.orphan(Platform.MASTODON);
        String statuses = api(orphan.account()) + "statuses/";

        assertThat(http.get(statuses + orphan.postId() + "/context", TOKEN).texts("/descendants", "/id"))
                .doesNotContain(orphan.id());
        JsonNode own = http.get(statuses + orphan.id(), TOKEN).body();
        assertThat(own.at("/id").asString()).isEqualTo(orphan.id());
        assertThat(own.at("/in_reply_to_id").isNull()).isTrue();
    }

    @Test
    void showsAboveAnAnswerWhatItAnswersTheFarthestFirst() {
        Interaction answer = OpenPlatforms.posts(Platform.MASTODON)
                .flatMap(post -> WORLD.comments(post, NOW).stream())
                .filter(found -> found.isByOwner() && OpenPlatforms.isThere(Platform.MASTODON, found.parentId()))
                .findFirst()
                .orElseThrow();

        Reply reply = http.get(api(answer.account()) + "statuses/" + answer.id() + "/context", TOKEN);

        List<String> above = reply.texts("/ancestors", "/id");
        assertThat(above.get(0)).isEqualTo(answer.postId());
        assertThat(above.get(above.size() - 1)).isEqualTo(answer.parentId());
    }

    @Test
    void notifiesAnOwnedAccountOfWhatNamesIt() {
        Account owned = open(account -> account.isReadableAt(NOW) && account.relation() == Relation.OWNED);
        String token = "Bearer sim-mastodon-token-" + owned.handleAt(NOW);
        List<String> ids = new ArrayList<>();
        String next = api(owned) + "notifications?types[]=mention&limit=5".replace("[]", "%5B%5D");
        while (!next.isEmpty()) {
            Reply reply = http.get(next, "Authorization", token);
            ids.addAll(reply.texts("", "/status/id"));
            next = link(reply, "next");
        }
        List<Interaction> mentions =
                new ArrayList<>(WORLD.mentions(owned, WORLD.scenario().begin(), NOW, NOW));
        mentions.removeIf(Interaction::isByOwner);

        assertThat(mentions).isNotEmpty();
        assertThat(ids).doesNotHaveDuplicates().containsAll(OpenPlatforms.ids(mentions));
    }

    // ---- access and limits

    @Test
    void answersNobodyWithoutATokenOnAStrictServer() {
        Account strict = OpenPlatforms.account(
                Platform.MASTODON, account -> account.isReadableAt(NOW) && STRICT.equals(account.homeServer()));
        String path = api(strict) + "accounts/" + strict.stableId();

        Reply refused = http.get(path);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).hasToString("{\"error\":\"This API requires an authenticated user\"}");
        assertThat(http.get(path, TOKEN).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim-mastodon-expired", "nonsense"})
    void refusesABadTokenEverywhere(String token) {
        Account account = busy();

        assertThat(http.get(statuses(account), "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tellsWhenItsWindowEndsAsATimestampAndCountsEachServer() {
        Account account = busy();
        Reply reply = null;
        for (int i = 0; i < 301; i++) {
            reply = http.get(api(account) + "accounts/1");
        }

        Reply refused = given(reply);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).hasToString("{\"error\":\"Too many requests\"}");
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("300");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(Instant.parse(refused.header("X-RateLimit-Reset")))
                .isBetween(NOW.plusSeconds(290), NOW.plusSeconds(330));
        assertThat(http.get("/mastodon/elsewhere.example/api/v1/accounts/1").status())
                .isEqualTo(404);
    }
}
