package org.carebench.simulator.platform.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.http.SimulatedHttp.query;
import static org.carebench.simulator.platform.OpenPlatforms.NOW;
import static org.carebench.simulator.platform.OpenPlatforms.WORLD;
import static org.carebench.simulator.platform.OpenPlatforms.given;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.simulator.http.FaultKind;
import org.carebench.simulator.http.FaultProfile;
import org.carebench.simulator.http.FaultReach;
import org.carebench.simulator.http.FaultRule;
import org.carebench.simulator.http.SimulatedHttp;
import org.carebench.simulator.http.SimulatedHttp.Reply;
import org.carebench.simulator.platform.OpenPlatforms;
import org.carebench.simulator.platform.x.Spelling;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.AccountCounters;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.PostCounters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class YouTubeServerTest {

    private static final String API = "/youtube/youtube/v3/";

    private SimulatedHttp http = OpenPlatforms.start();

    @AfterEach
    void stop() {
        http.close();
    }

    private Reply ask(String call, String... parameters) {
        return http.get(API + call + query(parameters), "X-Goog-Api-Key", YouTubeServer.KEY);
    }

    private static Account channel() {
        return OpenPlatforms.account(
                Platform.YOUTUBE,
                account ->
                        account.isReadableAt(NOW) && WORLD.posts(account, NOW).size() > 6);
    }

    private static String uploads(Account channel) {
        return "UU" + channel.stableId().substring(2);
    }

    private static void assertError(Reply reply, int code, String reason) {
        assertThat(reply.text("/error/errors/0/reason")).isEqualTo(reason);
        assertThat(reply.at("/error/code").asInt()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(code);
    }

    // ---- channels

    @Test
    void showsAChannelByIdAndByHandleWithCountersAsTexts() {
        Account channel = OpenPlatforms.account(
                Platform.YOUTUBE,
                account -> account.isReadableAt(NOW)
                        && !account.followersHidden()
                        && WORLD.counters(account, NOW).followers() > 1_000);
        AccountCounters counters = WORLD.counters(channel, NOW);

        Reply byId = ask("channels", "part", "snippet,statistics,contentDetails", "id", channel.stableId());

        JsonNode statistics = byId.at("/items/0/statistics");
        assertThat(statistics.at("/viewCount")).hasToString("\"" + counters.viewsTotal() + "\"");
        assertThat(statistics.at("/videoCount")).hasToString("\"" + counters.posts() + "\"");
        assertThat(Long.parseLong(statistics.at("/subscriberCount").asString()))
                .isEqualTo(YouTubeChannels.rounded(counters.followers()));
        assertThat(byId.text("/items/0/contentDetails/relatedPlaylists/uploads"))
                .isEqualTo(uploads(channel));
        assertThat(byId.text("/items/0/snippet/publishedAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(ask("channels", "part", "id", "forHandle", "@" + channel.handleAt(NOW))
                        .texts("/items", "/id"))
                .containsExactly(channel.stableId());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "1000, 1000", "1234, 1230", "12345, 12300", "1999999, 1990000"})
    void roundsSubscribersToThreeFigures(long exact, long shown) {
        assertThat(YouTubeChannels.rounded(exact)).isEqualTo(shown);
    }

    @Test
    void hidesSubscribersWithAFlagAndANumberThatIsMissingOrZero() {
        List<Account> hiding = WORLD.accounts(Platform.YOUTUBE).stream()
                .filter(account -> account.isReadableAt(NOW) && account.followersHidden())
                .toList();
        Set<String> met = new LinkedHashSet<>();
        for (Account channel : hiding) {
            JsonNode statistics = ask("channels", "part", "statistics", "id", channel.stableId())
                    .at("/items/0/statistics");
            assertThat(statistics.at("/hiddenSubscriberCount").asBoolean()).isTrue();
            met.add(statistics.path("subscriberCount").asString("missing"));
        }

        assertThat(met).containsExactlyInAnyOrder("0", "missing");
    }

    @Test
    void hasNoItemsForChannelsThatAreUnknownOrClosed() {
        Account closed = OpenPlatforms.with(Platform.YOUTUBE, AccountStatus.SUSPENDED);

        Reply reply = ask("channels", "part", "id", "id", closed.stableId() + ",UCunknown000000000000000");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().has("items")).isFalse();
        assertThat(ask("channels", "part", "id", "forHandle", "@nobody").body().has("items"))
                .isFalse();
    }

    // ---- videos

    private List<String> listUploads(Account channel, int size) {
        List<String> ids = new ArrayList<>();
        String token = "";
        do {
            List<String> parameters = new ArrayList<>(
                    List.of("part", "contentDetails", "playlistId", uploads(channel), "maxResults", "" + size));
            if (!token.isEmpty()) {
                parameters.addAll(List.of("pageToken", token));
            }
            Reply reply = ask("playlistItems", parameters.toArray(String[]::new));
            ids.addAll(reply.texts("/items", "/contentDetails/videoId"));
            token = reply.text("/nextPageToken");
        } while (!token.isEmpty());
        return ids;
    }

    @Test
    void listsEveryUploadNewestFirstAndNowAndThenOneTwice() {
        Account channel = channel();
        List<String> ids = listUploads(channel, 2);
        List<String> newestFirst = WORLD.posts(channel, NOW).stream()
                .sorted(Comparator.comparing(Post::appearedAt).reversed())
                .map(Post::id)
                .toList();

        assertThat(new ArrayList<>(new LinkedHashSet<>(ids))).isEqualTo(newestFirst);
        assertThat(ids).hasSizeGreaterThan(newestFirst.size());
        assertThat(listUploads(channel, 50)).isEqualTo(newestFirst);
    }

    @Test
    void hasNoListOfUploadsForAChannelWithoutAny() {
        Account empty = OpenPlatforms.account(
                Platform.YOUTUBE,
                account ->
                        account.isReadableAt(NOW) && WORLD.posts(account, NOW).isEmpty());

        assertError(ask("playlistItems", "part", "id", "playlistId", uploads(empty)), 404, "playlistNotFound");
    }

    @Test
    void showsCountersOfAVideo() {
        Post post = OpenPlatforms.post(
                Platform.YOUTUBE,
                found -> !found.account().likesHidden()
                        && !found.account().commentsOff()
                        && WORLD.counters(found, NOW).comments() > 0);
        PostCounters counters = WORLD.counters(post, NOW);

        Reply reply = ask("videos", "part", "snippet,statistics,contentDetails", "id", post.id());

        assertThat(reply.at("/items/0/statistics"))
                .hasToString("{\"viewCount\":\"" + counters.views() + "\",\"likeCount\":\"" + counters.likes()
                        + "\",\"favoriteCount\":\"0\",\"commentCount\":\"" + counters.comments() + "\"}");
        assertThat(reply.text("/items/0/snippet/channelId"))
                .isEqualTo(post.account().stableId());
        assertThat(Duration.parse(reply.text("/items/0/contentDetails/duration"))
                        .toSeconds())
                .isEqualTo(given(post.durationSeconds()).longValue());
        assertThat(reply.body().at("/items/0").has("status")).isFalse();
    }

    @Test
    void leavesOutCountersThatOwnersHide() {
        Post withoutLikes =
                OpenPlatforms.post(Platform.YOUTUBE, post -> post.account().likesHidden());
        Post withoutComments =
                OpenPlatforms.post(Platform.YOUTUBE, post -> post.account().commentsOff());

        assertThat(ask("videos", "part", "statistics", "id", withoutLikes.id())
                        .at("/items/0/statistics")
                        .has("likeCount"))
                .isFalse();
        assertThat(ask("videos", "part", "statistics", "id", withoutComments.id())
                        .at("/items/0/statistics")
                        .has("commentCount"))
                .isFalse();
    }

    @Test
    void leavesOutVideosThatAreDeleted() {
        Post deleted = OpenPlatforms.deleted(Platform.YOUTUBE, (account, post) -> true);
        Post kept = OpenPlatforms.posts(Platform.YOUTUBE).findFirst().orElseThrow();

        assertThat(ask("videos", "part", "id", "id", deleted.id() + "," + kept.id())
                        .texts("/items", "/id"))
                .containsExactly(kept.id());
    }

    @Test
    void findsVideosOfPersonsByTheirWords() {
        Reply reply = ask(
                "search",
                "part",
                "snippet",
                "type",
                "video",
                "q",
                "hospital",
                "maxResults",
                "50",
                "publishedAfter",
                NOW.minusSeconds(20 * 86_400L).toString());

        assertThat(reply.texts("/items", "/snippet/description"))
                .isNotEmpty()
                .allMatch(text -> text.toLowerCase(Locale.ROOT).contains("hospital"));
        String first = reply.text("/items/0/id/videoId");
        assertThat(ask("videos", "part", "id", "id", first).texts("/items", "/id"))
                .containsExactly(first);
    }

    // ---- comments

    private static Post discussed(int answers) {
        return OpenPlatforms.commented(
                Platform.YOUTUBE,
                comments -> comments.stream()
                                        .filter(comment -> comment.kind() == InteractionKind.REPLY)
                                        .filter(answer -> OpenPlatforms.isThere(Platform.YOUTUBE, answer.parentId()))
                                        .count()
                                >= answers
                        && !comments.get(0).account().commentsOff());
    }

    @Test
    void listsThreadsNewestFirstWithTheirAnswers() {
        Post post = discussed(1);
        List<Interaction> top = WORLD.comments(post, NOW).stream()
                .filter(comment -> comment.kind() == InteractionKind.COMMENT)
                .toList();

        List<String> ids = new ArrayList<>();
        List<JsonNode> threads = new ArrayList<>();
        String token = "";
        do {
            List<String> parameters = new ArrayList<>(
                    List.of("part", "snippet,replies", "videoId", post.id(), "order", "time", "maxResults", "2"));
            if (!token.isEmpty()) {
                parameters.addAll(List.of("pageToken", token));
            }
            Reply reply = ask("commentThreads", parameters.toArray(String[]::new));
            ids.addAll(reply.texts("/items", "/id"));
            reply.at("/items").forEach(threads::add);
            token = reply.text("/nextPageToken");
        } while (!token.isEmpty());

        assertThat(ids)
                .isEqualTo(top.stream()
                        .sorted(Comparator.comparing(Interaction::createdAt).reversed())
                        .map(Interaction::id)
                        .toList());
        assertThat(threads).anyMatch(thread -> thread.has("replies")).allSatisfy(thread -> {
            int total = thread.at("/snippet/totalReplyCount").asInt();
            assertThat(thread.at("/replies/comments").size()).isEqualTo(Math.min(5, total));
            assertThat(thread.has("replies")).isEqualTo(total > 0);
        });
    }

    @Test
    void signsAnAnswerOfTheOwnerWithTheChannel() {
        Interaction answer = OpenPlatforms.posts(Platform.YOUTUBE)
                .filter(post -> !post.account().commentsOff())
                .flatMap(post -> WORLD.comments(post, NOW).stream())
                .filter(comment -> comment.isByOwner() && OpenPlatforms.isThere(Platform.YOUTUBE, comment.parentId()))
                .findFirst()
                .orElseThrow();

        Reply reply = ask("comments", "part", "snippet", "parentId", given(answer.parentId()), "maxResults", "100");

        JsonNode shown = reply.at("/items")
                .valueStream()
                .filter(item -> item.at("/id").asString().equals(answer.id()))
                .findFirst()
                .orElseThrow();
        assertThat(shown.at("/snippet/authorChannelId/value").asString())
                .isEqualTo(answer.account().stableId());
        assertThat(shown.at("/snippet/parentId").asString()).isEqualTo(answer.parentId());
        assertThat(Instant.parse(shown.at("/snippet/publishedAt").asString()))
                .isBetween(answer.createdAt().minusSeconds(1), answer.createdAt());
    }

    @Test
    void listsThreadsOfAWholeChannel() {
        Post post = discussed(1);
        String channel = post.account().stableId();

        List<String> ids = ask(
                        "commentThreads",
                        "part",
                        "snippet",
                        "allThreadsRelatedToChannelId",
                        channel,
                        "maxResults",
                        "100")
                .texts("/items", "/id");

        assertThat(ids)
                .containsAll(WORLD.comments(post, NOW).stream()
                        .filter(comment -> comment.kind() == InteractionKind.COMMENT)
                        .map(Interaction::id)
                        .toList());
    }

    @Test
    void saysThatCommentsAreOff() {
        Post post =
                OpenPlatforms.post(Platform.YOUTUBE, found -> found.account().commentsOff());

        assertError(ask("commentThreads", "part", "snippet", "videoId", post.id()), 403, "commentsDisabled");
    }

    @Test
    void doesNotFindCommentsOfWhatIsNotThere() {
        assertError(ask("commentThreads", "part", "snippet", "videoId", "unknown0000"), 404, "videoNotFound");
        assertError(
                ask("commentThreads", "part", "snippet", "allThreadsRelatedToChannelId", "UCunknown"),
                404,
                "channelNotFound");
        assertError(ask("comments", "part", "snippet", "parentId", "Ugxunknown"), 404, "commentNotFound");
    }

    // ---- parameters, keys and quota

    @ParameterizedTest
    @CsvSource({
        "channels, id=UC1, missingRequiredParameter",
        "channels, part=id, missingRequiredParameter",
        "channels, part=secrets&id=UC1, unknownPart",
        "videos, part=id, missingRequiredParameter",
        "playlistItems, part=id, missingRequiredParameter",
        "commentThreads, part=id, missingRequiredParameter",
        "comments, part=id, missingRequiredParameter",
        "search, part=id&publishedAfter=June, invalidValue"
    })
    void refusesBadParameters(String call, String parameters, String reason) {
        assertError(http.get(API + call + "?key=" + YouTubeServer.KEY + "&" + parameters), 400, reason);
    }

    @Test
    void refusesBadPagesAndTooManyIds() {
        String uploads = uploads(channel());
        String many = String.join(",", OpenPlatforms.copies("UC1", 51));

        assertError(
                ask("playlistItems", "part", "id", "playlistId", uploads, "pageToken", "nonsense"),
                400,
                "invalidPageToken");
        assertError(ask("playlistItems", "part", "id", "playlistId", uploads, "maxResults", "51"), 400, "invalidValue");
        assertError(ask("channels", "part", "id", "id", many), 400, "invalidFilters");
    }

    @Test
    void needsAKeyThatIsValid() {
        String path = API + "channels?part=id&id=UC1";

        assertError(http.get(path), 403, "forbidden");
        assertError(http.get(path + "&key=nonsense"), 400, "badRequest");
        assertError(http.get(path, "X-Goog-Api-Key", "sim-youtube-expired"), 400, "badRequest");
        assertThat(http.get(path + "&key=" + YouTubeServer.KEY).status()).isEqualTo(200);
    }

    @Test
    void refusesForTheRestOfTheCalifornianDayWhenTheQuotaIsGone() {
        http.close();
        http = OpenPlatforms.start(new FaultProfile(1, Map.of("youtube", 0.0003), List.of()), Spelling.BOTH);
        for (int i = 0; i < 3; i++) {
            assertThat(ask("channels", "part", "id").status()).isEqualTo(400);
        }

        Reply refused = ask("channels", "part", "id", "id", "UC1");

        assertError(refused, 403, "quotaExceeded");
        assertThat(refused.headers().map().keySet())
                .noneMatch(name -> name.contains("limit") || name.contains("retry"));
        http.moveTo(Instant.parse("2026-06-30T06:59:00Z"));
        assertError(ask("channels", "part", "id", "id", "UC1"), 403, "quotaExceeded");
        http.moveTo(Instant.parse("2026-06-30T07:00:00Z"));
        assertThat(ask("channels", "part", "id", "id", "UC1").status()).isEqualTo(200);
    }

    @Test
    void saysAnotherReasonForARateThatPasses() {
        http.close();
        FaultRule rule = new FaultRule(
                FaultKind.RATE_LIMITED, "youtube", "*", FaultReach.ATTEMPT, 1, 1, 1, "rate", null, null, List.of());
        http = OpenPlatforms.start(new FaultProfile(1, Map.of(), List.of(rule)), Spelling.BOTH);

        assertError(ask("channels", "part", "id", "id", "UC1"), 403, "rateLimitExceeded");
        assertThat(ask("channels", "part", "id", "id", "UC1").status()).isEqualTo(200);
    }
}
