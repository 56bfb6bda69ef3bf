package org.carebench.simulator.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carebench.simulator.http.SimulatedHttp.query;
import static org.carebench.simulator.platform.OpenPlatforms.NOW;
import static org.carebench.simulator.platform.OpenPlatforms.WORLD;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.SimulatedHttp;
import org.carebench.simulator.platform.OpenPlatforms;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Fields and their types are those of the recorded answers of a real network. */
class RecordedShapesTest {

    private static final String XRPC = "/bluesky/xrpc/";

    /** What recorded posts happen not to have: pictures of accounts, other kinds of embeds, quotes of somebody else. */
    private static final List<String> OPTIONAL = List.of("avatar", "embed", "facets", "displayName", "viewer");

    private static SimulatedHttp http;

    @BeforeAll
    static void start() {
        http = OpenPlatforms.start();
    }

    @AfterAll
    static void stop() {
        http.close();
    }

    private static JsonNode recorded(String name) throws IOException {
        try (InputStream file = RecordedShapesTest.class.getResourceAsStream("/bluesky/" + name + ".json")) {
            return Json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The paths of all values with their types, such as "/feed[]/post/likeCount NUMBER", without optional branches. */
    private static Set<String> shape(JsonNode... nodes) {
        Set<String> paths = new TreeSet<>();
        for (JsonNode node : nodes) {
            collect(node, "", paths);
        }
        return paths;
    }

    private static void collect(JsonNode node, String path, Set<String> paths) {
        if (node.isObject()) {
            node.properties().forEach(property -> {
                if (!OPTIONAL.contains(property.getKey())) {
                    collect(property.getValue(), path + "/" + property.getKey(), paths);
                }
            });
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, path + "[]", paths));
        } else {
            paths.add(path + " " + node.getNodeType());
        }
    }

    private static void assertShape(JsonNode answer, JsonNode... recorded) {
        assertThat(shape(answer)).isEqualTo(shape(recorded));
    }

    private static Account named() {
        return OpenPlatforms.account(
                Platform.BLUESKY,
                account -> account.isReadableAt(NOW) && account.profile().description() != null);
    }

    @Test
    void profiles() throws IOException {
        String did = named().stableId();

        assertShape(
                http.get(XRPC + "app.bsky.actor.getProfile" + query("actor", did))
                        .body(),
                recorded("01-getProfile"));
        assertShape(
                http.get(XRPC + "app.bsky.actor.getProfiles" + query("actors", did, "actors", "nobody.test"))
                        .body(),
                recorded("03-getProfiles-with-unknown"));
    }

    @Test
    void feeds() throws IOException {
        Account account = OpenPlatforms.account(
                Platform.BLUESKY,
                found -> found.isReadableAt(NOW)
                        && found.profile().displayName() != null
                        && WORLD.posts(found, NOW).stream().limit(40).anyMatch(post -> post.kind() == PostKind.REPOST)
                        && WORLD.posts(found, NOW).stream()
                                .limit(40)
                                .anyMatch(post -> post.kind() == PostKind.REPLY
                                        && OpenPlatforms.isThere(Platform.BLUESKY, post.replyToId())
                                        && WORLD.post(Platform.BLUESKY, post.conversationId(), NOW)
                                                .isPresent()));

        assertThat(shape(http.get(XRPC + "app.bsky.feed.getAuthorFeed"
                                + query("actor", account.stableId(), "limit", "40"))
                        .body()))
                .containsAll(without(
                        shape(recorded("10-getAuthorFeed-page1"), recorded("10-getAuthorFeed-page2")),
                        "/feed[]/reply/grandparentAuthor"));
    }

    private static Set<String> without(Set<String> paths, String prefix) {
        Set<String> kept = new TreeSet<>(paths);
        assertThat(kept.removeIf(path -> path.startsWith(prefix))).isTrue();
        return kept;
    }

    @Test
    void postsAndQuotes() throws IOException {
        Post post = OpenPlatforms.post(
                Platform.BLUESKY,
                found -> found.account().profile().displayName() != null
                        && !WORLD.quotes(found, NOW).isEmpty());

        assertShape(
                http.get(XRPC + "app.bsky.feed.getPosts" + query("uris", post.id()))
                        .body(),
                recorded("21-getPosts"));
        assertThat(shape(http.get(XRPC + "app.bsky.feed.getQuotes" + query("uri", post.id()))
                        .at("/posts/0")))
                .isEqualTo(shape(recorded("25-getQuotes").at("/posts/0")));
        assertShape(
                http.get(XRPC + "app.bsky.feed.getQuotes" + query("uri", post.id()))
                        .at("/posts/0/embed"),
                recorded("25-getQuotes").at("/posts/0/embed"));
    }

    @Test
    void threads() throws IOException {
        Post post = OpenPlatforms.commented(
                Platform.BLUESKY, comments -> comments.stream().anyMatch(Interaction::isByOwner));
        Interaction orphan = OpenPlatforms.orphan(Platform.BLUESKY);

        assertThat(flat(http.get(XRPC + "app.bsky.feed.getPostThread" + query("uri", post.id()))
                        .body()))
                .isEqualTo(flat(recorded("20-getPostThread")));
        assertThat(flat(http.get(XRPC + "app.bsky.feed.getPostThread" + query("uri", orphan.id()))
                        .body()))
                .containsAll(flat(recorded("53-getPostThread-parent-deleted")));
    }

    /** Shapes in which a reply of a reply is a reply; only owners and persons with a profile have been made at a time. */
    private static Set<String> flat(JsonNode thread) {
        Set<String> flat = new TreeSet<>();
        shape(thread).forEach(path -> flat.add(path.replaceAll("(/replies\\[\\])+", "/replies[]")));
        flat.removeIf(path -> path.contains("/author/createdAt"));
        return flat;
    }

    @Test
    void searches() throws IOException {
        Account account = OpenPlatforms.account(
                Platform.BLUESKY,
                found -> found.isReadableAt(NOW)
                        && WORLD.mentions(found, WORLD.scenario().begin(), NOW, NOW).stream()
                                .anyMatch(mention -> mention.kind() == InteractionKind.MENTION));
        JsonNode mentions = http.get(
                        XRPC + "app.bsky.feed.searchPosts" + query("q", "*", "mentions", account.stableId()))
                .at("/posts/0");

        assertShape(mentions, recorded("27-searchPosts-mentions").at("/posts/0"));
        assertThat(shape(mentions.at("/record/facets")))
                .isEqualTo(shape(recorded("27-searchPosts-mentions").at("/posts/0/record/facets")));
        assertShape(
                http.get(XRPC + "app.bsky.feed.searchPosts" + query("q", "*", "limit", "2"))
                        .body(),
                recorded("28-searchPosts-text"));
    }

    @Test
    void sessionsAndNotifications() throws IOException {
        Account owned = OpenPlatforms.account(
                Platform.BLUESKY, account -> account.isReadableAt(NOW) && account.relation() == Relation.OWNED);
        JsonNode session = http.post(
                        XRPC + "com.atproto.server.createSession",
                        "{\"identifier\":\"" + owned.stableId() + "\",\"password\":\"" + BlueskySessions.PASSWORD
                                + "\"}")
                .body();

        assertThat(shape(recorded("30-createSession"))).containsAll(shape(session));
        JsonNode mine = http.get(
                        XRPC + "app.bsky.notification.listNotifications" + query("reasons", "reply", "limit", "3"),
                        "Authorization",
                        "Bearer " + session.get("accessJwt").asString())
                .at("/notifications/0");
        assertShape(mine, recorded("33-listNotifications-via-pds").at("/notifications/1"));
    }

    @Test
    void records() throws IOException {
        Account account = OpenPlatforms.post(Platform.BLUESKY, post -> post.kind() == PostKind.REPLY)
                .account();

        assertThat(shape(http.get(XRPC + "com.atproto.repo.listRecords"
                                + query("repo", account.stableId(), "collection", "app.bsky.feed.post", "limit", "100"))
                        .body()))
                .containsAll(without(shape(recorded("40-listRecords")), "/cursor"));
        assertShape(
                http.get(XRPC + "com.atproto.identity.resolveHandle" + query("handle", account.handleAt(NOW)))
                        .body(),
                recorded("42-resolveHandle"));
    }
}
