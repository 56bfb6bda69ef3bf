package org.carebench.jobs.platform.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.platform.UnreadableItemException;
import org.junit.jupiter.api.Test;

class BlueskyMapperTest {

    private static final String NORD = "did:plc:hosp0000000000000000nord";
    private static final String PLAIN = "at://" + NORD + "/app.bsky.feed.post/3n2vplain0001";
    private static final String ASKED = "at://did:plc:pers0000000000000000anna/app.bsky.feed.post/3n2vask00001";

    private final BlueskyMapper mapper = new BlueskyMapper();
    private final List<Fields> profiles = items("profiles.json", "profiles");
    private final List<Fields> feed = items("feed.json", "feed");

    @Test
    void readsAProfile() {
        assertThat(mapper.account(profiles.get(0)))
                .isEqualTo(new AccountReading(
                        NORD,
                        "nordklinik.example",
                        "Nordklinik",
                        AccountStatus.ACTIVE,
                        null,
                        new AccountReading.Profile(true, true, true, true, null, null, null),
                        Counters.of("bluesky")
                                .exact(Counter.FOLLOWERS, 1834)
                                .exact(Counter.FOLLOWING, 92)
                                .exact(Counter.POSTS, 611)
                                .build()));
    }

    @Test
    void readsAProfileThatWasNeverWritten() {
        AccountReading reading = mapper.account(profiles.get(1));

        assertThat(reading.handle()).as("a handle that leads nowhere is none").isNull();
        assertThat(reading.displayName()).isNull();
        assertThat(reading.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(reading.profile()).isEqualTo(new AccountReading.Profile(false, null, false, null, null, null, null));
        assertThat(reading.counters().get(Counter.FOLLOWERS))
                .isEqualTo(Measure.reported(0, Precision.EXACT, "bluesky.followers.v1"));
        assertThat(reading.counters().get(Counter.FOLLOWING).state()).isEqualTo(MeasureState.UNREADABLE);
        assertThat(reading.counters().get(Counter.POSTS).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
        assertThat(reading.counters().get(Counter.VIEWS_TOTAL).state()).isEqualTo(MeasureState.NOT_IN_SOURCE);
    }

    @Test
    void aClosedAccountHasNoCountersAtAll() {
        AccountReading reading = mapper.closed(NORD, AccountStatus.SUSPENDED);

        assertThat(reading.status()).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(List.of(Counter.FOLLOWERS, Counter.FOLLOWING, Counter.POSTS))
                .allSatisfy(counter -> assertThat(reading.counters().get(counter))
                        .isEqualTo(Measure.missing(MeasureState.NOT_AVAILABLE, counter.definition("bluesky", "v1"))));
    }

    @Test
    void readsAPost() {
        assertThat(mapper.feedItem(NORD, feed.get(0)))
                .isEqualTo(new PostReading(
                        PLAIN,
                        PostKind.ORIGINAL,
                        Instant.parse("2026-11-20T09:00:00Z"),
                        null,
                        "https://bsky.app/profile/" + NORD + "/post/3n2vplain0001",
                        "de",
                        null,
                        PLAIN,
                        null,
                        null,
                        "Neue Sprechzeiten ab Montag",
                        null,
                        counters(12, 3, 1, 2, 4)));
    }

    @Test
    void readsAReplyWithWhatItAnswersAndItsConversation() {
        PostReading reply = mapper.feedItem(NORD, feed.get(1));

        assertThat(reply.kind()).isEqualTo(PostKind.REPLY);
        assertThat(reply.replyToId()).isEqualTo(ASKED);
        assertThat(reply.conversationId()).isEqualTo(PLAIN);
        assertThat(reply.language()).isNull();
        assertThat(reply.counters().get(Counter.SAVES).state())
                .as("older servers do not count bookmarks")
                .isEqualTo(MeasureState.NOT_AVAILABLE);
    }

    @Test
    void readsAQuoteAndTheFormOfItsMedia() {
        PostReading quote = mapper.feedItem(NORD, feed.get(2));

        assertThat(quote.kind()).isEqualTo(PostKind.QUOTE);
        assertThat(quote.replyToId())
                .isEqualTo("at://did:plc:hosp0000000000000000west/app.bsky.feed.post/3n2vwest0001");
        assertThat(quote.contentForm()).isEqualTo("video");
        assertThat(quote.publishedAt()).isEqualTo(Instant.parse("2026-11-19T07:30:00.250Z"));
    }

    @Test
    void aRepostHasAnIdOfItsOwnAndNoneOfTheCountersOfOthers() {
        PostReading repost = mapper.feedItem(NORD, feed.get(3));

        assertThat(repost.postId()).isEqualTo("at://" + NORD + "/app.bsky.feed.repost/3n2vpass0001");
        assertThat(repost.kind()).isEqualTo(PostKind.REPOST);
        assertThat(repost.publishedAt()).isEqualTo(Instant.parse("2026-11-18T12:00:00Z"));
        assertThat(repost.replyToId())
                .isEqualTo("at://did:plc:hosp0000000000000000west/app.bsky.feed.post/3n2vwest0002");
        assertThat(repost.text()).isNull();
        assertThat(repost.contentForm()).isEqualTo("images");
        assertThat(repost.counters().get(Counter.LIKES))
                .isEqualTo(Measure.missing(MeasureState.NOT_APPLICABLE, "bluesky.likes.v1"));
    }

    @Test
    void aPostOfSomebodyElseIsNeverTheAccountsOwn() {
        Fields withoutReason =
                TestClients.json("{\"post\":" + feed.get(3).node().path("post").toString() + "}");

        PostReading foreign = mapper.feedItem(NORD, withoutReason);

        assertThat(foreign.kind()).isEqualTo(PostKind.REPOST);
        assertThat(foreign.postId())
                .isEqualTo(NORD + "#at://did:plc:hosp0000000000000000west/app.bsky.feed.post/3n2vwest0002");
        assertThat(foreign.counters().get(Counter.LIKES).value()).isNull();
    }

    @Test
    void aPostWithoutAnyTimeCannotBeRead() {
        assertThatThrownBy(() -> mapper.feedItem(NORD, feed.get(4)))
                .isInstanceOfSatisfying(
                        UnreadableItemException.class,
                        e -> assertThat(e.field()).isEqualTo("indexedAt"));
    }

    @Test
    void whereAClientWroteNoTimeTheNetworksOwnIsTaken() {
        PostReading post = mapper.feedItem(NORD, feed.get(5));

        assertThat(post.publishedAt()).isEqualTo(Instant.parse("2026-11-17T12:00:00Z"));
        assertThat(post.kind()).as("a list is no post that could be quoted").isEqualTo(PostKind.ORIGINAL);
        assertThat(post.contentForm()).isEqualTo("record");
        assertThat(post.counters().get(Counter.LIKES).state()).isEqualTo(MeasureState.UNREADABLE);
        assertThat(post.counters().get(Counter.COMMENTS).state()).isEqualTo(MeasureState.NOT_AVAILABLE);
    }

    @Test
    void readsWhatOthersWriteUnderAPost() {
        List<Fields> replies =
                new BlueskyResponse("x", fixture("thread.json")).thread().replies();

        assertThat(mapper.reply(uri(PLAIN), PLAIN, replies.get(0)))
                .isEqualTo(new InteractionReading(
                        ASKED,
                        InteractionKind.COMMENT,
                        PLAIN,
                        PLAIN,
                        "did:plc:pers0000000000000000anna",
                        false,
                        Instant.parse("2026-11-20T09:30:00Z"),
                        "Auch ohne Termin?",
                        "de",
                        counters(2, 1, 0, 0, 0)));
        InteractionReading own = mapper.reply(uri(PLAIN), PLAIN, replies.get(1));
        assertThat(own.kind()).isEqualTo(InteractionKind.REPLY);
        assertThat(own.parentId()).isEqualTo(ASKED);
        assertThat(own.isByOwner()).isTrue();
    }

    @Test
    void aReplyStandsUnderTheFirstPostOfTheAccountHoweverItWasFound() {
        String own = "at://" + NORD + "/app.bsky.feed.post/3n2vreply0001";
        Fields later = reply(PLAIN, own);
        Fields elsewhere = reply("at://did:plc:hosp0000000000000000west/app.bsky.feed.post/3n2vwest0001", own);

        assertThat(mapper.reply(uri(own), own, later).postId()).isEqualTo(PLAIN);
        assertThat(mapper.reply(uri(own), own, later).kind()).isEqualTo(InteractionKind.REPLY);
        assertThat(mapper.mention(NORD, later)).isEqualTo(mapper.reply(uri(own), own, later));
        assertThat(mapper.reply(uri(own), own, elsewhere).postId()).isEqualTo(own);
        assertThat(mapper.reply(uri(own), own, elsewhere).kind()).isEqualTo(InteractionKind.COMMENT);
        assertThat(mapper.mention(NORD, elsewhere)).isEqualTo(mapper.reply(uri(own), own, elsewhere));
    }

    @Test
    void aQuoteIsTheSameWhetherItIsListedOrNotified() {
        InteractionReading listed =
                mapper.quote(uri(PLAIN), PLAIN, items("quotes.json", "posts").get(0));
        InteractionReading notified = mapper.mention(
                NORD, items("notifications.json", "notifications").get(1));

        assertThat(listed.kind()).isEqualTo(InteractionKind.QUOTE);
        assertThat(listed.postId()).isEqualTo(PLAIN);
        assertThat(listed.parentId()).isNull();
        assertThat(List.of(notified.interactionId(), notified.kind(), notified.postId()))
                .containsExactly(listed.interactionId(), listed.kind(), listed.postId());
    }

    @Test
    void onlyALinkToTheAccountNamesIt() {
        List<Fields> found = items("search.json", "posts");

        assertThat(mapper.names(NORD, found.get(0))).isTrue();
        assertThat(mapper.names(NORD, found.get(1))).isFalse();
        assertThat(mapper.names("did:plc:hosp0000000000000000west", found.get(0)))
                .isFalse();
        assertThat(mapper.mention(NORD, found.get(0)).kind()).isEqualTo(InteractionKind.MENTION);
        assertThat(mapper.mention(NORD, found.get(0)).postId()).isNull();
    }

    private static Fields reply(String root, String parent) {
        return TestClients.json("""
                {"uri": "at://did:plc:pers0000000000000000otto/app.bsky.feed.post/3n2vlater001",
                 "record": {"createdAt": "2026-11-20T11:00:00Z",
                            "reply": {"root": {"uri": "%s"}, "parent": {"uri": "%s"}}}}
                """.formatted(root, parent));
    }

    private static Counters counters(long likes, long comments, long shares, long quotes, long saves) {
        return Counters.of("bluesky")
                .exact(Counter.LIKES, likes)
                .exact(Counter.COMMENTS, comments)
                .exact(Counter.SHARES, shares)
                .exact(Counter.QUOTES, quotes)
                .exact(Counter.SAVES, saves)
                .build();
    }

    private static BlueskyUri uri(String text) {
        return BlueskyUri.parse(text).orElseThrow();
    }

    private static List<Fields> items(String file, String list) {
        return fixture(file).items(list);
    }

    private static Fields fixture(String file) {
        return TestClients.json(TestClients.fixture("bluesky/" + file));
    }
}
