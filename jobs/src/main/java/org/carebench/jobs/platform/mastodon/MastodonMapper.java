package org.carebench.jobs.platform.mastodon;

import java.util.List;
import java.util.Optional;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.platform.Counters;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.PostReading;
import org.jspecify.annotations.Nullable;

/** Items of answers of Mastodon servers. */
final class MastodonMapper {

    private static final List<String> PUBLIC = List.of("public", "unlisted");

    AccountReading account(String server, Fields account) {
        String id = account.requiredText("id");
        String handle = atServer(account.optionalText("acct"), server);
        if (account.isTrue("suspended")) {
            return new AccountReading(
                    id,
                    handle,
                    null,
                    AccountStatus.SUSPENDED,
                    null,
                    AccountReading.Profile.UNKNOWN,
                    accountCounters(account).withheld(MeasureState.NOT_AVAILABLE));
        }
        Fields moved = account.at("moved");
        return new AccountReading(
                id,
                handle,
                account.optionalText("display_name"),
                moved.isEmpty() ? AccountStatus.ACTIVE : AccountStatus.MOVED,
                atServer(moved.optionalText("acct"), server),
                profile(account),
                accountCounters(account));
    }

    /** An account that older servers do not show any more because they suspended it. */
    AccountReading suspended(String id) {
        return new AccountReading(
                id,
                null,
                null,
                AccountStatus.SUSPENDED,
                null,
                AccountReading.Profile.UNKNOWN,
                accountCounters(Fields.of(null)));
    }

    /** Whether a status is not for everybody: with a token such appear as well. */
    boolean isHidden(Fields status) {
        return status.text("visibility").filter(seen -> !PUBLIC.contains(seen)).isPresent();
    }

    PostReading post(Fields status) {
        requireVisibility(status);
        String id = status.requiredText("id");
        Fields boosted = status.at("reblog");
        if (!boosted.isEmpty()) {
            return boost(id, status, boosted);
        }
        String answered = status.optionalText("in_reply_to_id");
        Fields quote = status.at("quote");
        PostKind kind = answered != null ? PostKind.REPLY : quote.isEmpty() ? PostKind.ORIGINAL : PostKind.QUOTE;
        return new PostReading(
                id,
                kind,
                status.requiredInstant("created_at"),
                status.optionalInstant("edited_at"),
                status.text("url").or(() -> status.text("uri")).orElse(null),
                status.optionalText("language"),
                answered != null ? answered : quotedId(quote).orElse(null),
                kind == PostKind.REPLY ? null : id,
                contentForm(status),
                null,
                text(status),
                null,
                statusCounters(status));
    }

    /**
     * An answer below a status of the account.
     *
     * @param owner id of the account
     * @param under status under which it stands, the account's first one in the conversation
     */
    InteractionReading answer(String server, String owner, String under, Fields status) {
        String parent = status.optionalText("in_reply_to_id");
        InteractionKind kind = under.equals(parent) ? InteractionKind.COMMENT : InteractionKind.REPLY;
        return interaction(server, owner, kind, under, parent, status);
    }

    /** A status of somebody that names, answers or quotes the account. */
    InteractionReading mention(String server, String owner, Fields status) {
        String parent = status.optionalText("in_reply_to_id");
        if (isAnswerTo(owner, status)) {
            return interaction(server, owner, InteractionKind.COMMENT, parent, parent, status);
        }
        Fields quote = status.at("quote");
        boolean isQuoteOfOwner = quote.at("quoted_status", "account")
                .text("id")
                .filter(owner::equals)
                .isPresent();
        return isQuoteOfOwner
                ? interaction(
                        server, owner, InteractionKind.QUOTE, quotedId(quote).orElse(null), parent, status)
                : interaction(server, owner, InteractionKind.MENTION, null, parent, status);
    }

    /** Whether a status is about the account: a token may belong to another one. */
    boolean concerns(String owner, Fields status) {
        return isAnswerTo(owner, status)
                || status.items("mentions").stream()
                        .anyMatch(mention ->
                                mention.text("id").filter(owner::equals).isPresent());
    }

    private static boolean isAnswerTo(String owner, Fields status) {
        return status.text("in_reply_to_id").isPresent()
                && status.text("in_reply_to_account_id").filter(owner::equals).isPresent();
    }

    private static PostReading boost(String id, Fields status, Fields boosted) {
        return new PostReading(
                id,
                PostKind.REPOST,
                status.requiredInstant("created_at"),
                null,
                boosted.text("url").or(() -> boosted.text("uri")).orElse(null),
                boosted.optionalText("language"),
                boosted.optionalText("id"),
                null,
                contentForm(boosted),
                null,
                null,
                null,
                statusCounters(status).withheld(MeasureState.NOT_APPLICABLE));
    }

    private static InteractionReading interaction(
            String server,
            String owner,
            InteractionKind kind,
            @Nullable String under,
            @Nullable String parent,
            Fields status) {
        requireVisibility(status);
        String author = status.at("account").optionalText("id");
        return new InteractionReading(
                status.requiredText("id"),
                kind,
                under,
                parent,
                // The same number is somebody else on another server.
                author == null ? null : server + "/" + author,
                author == null ? null : author.equals(owner),
                status.requiredInstant("created_at"),
                text(status),
                status.optionalText("language"),
                statusCounters(status));
    }

    /** What may be read by everybody is told, never assumed. */
    private static void requireVisibility(Fields status) {
        status.requiredText("visibility");
    }

    private static Counters accountCounters(Fields account) {
        return Counters.of(MastodonConnector.PLATFORM)
                .read(Counter.FOLLOWERS, account, "followers_count", MeasureState.NOT_AVAILABLE)
                .read(Counter.FOLLOWING, account, "following_count", MeasureState.NOT_AVAILABLE)
                .read(Counter.POSTS, account, "statuses_count", MeasureState.NOT_AVAILABLE)
                .build();
    }

    private static Counters statusCounters(Fields status) {
        return Counters.of(MastodonConnector.PLATFORM)
                .read(Counter.LIKES, status, "favourites_count", MeasureState.NOT_AVAILABLE)
                .read(Counter.COMMENTS, status, "replies_count", MeasureState.NOT_AVAILABLE)
                .read(Counter.SHARES, status, "reblogs_count", MeasureState.NOT_AVAILABLE)
                // Servers before 4.5 and others than Mastodon have no quotes.
                .read(Counter.QUOTES, status, "quotes_count", MeasureState.NOT_IN_SOURCE)
                .build();
    }

    private static AccountReading.Profile profile(Fields account) {
        List<Fields> rows = account.items("fields");
        boolean hasRows = account.node().path("fields").isArray();
        return new AccountReading.Profile(
                account.isAbsent("note") ? null : text(account, "note") != null,
                hasRows ? rows.stream().anyMatch(MastodonMapper::isLink) : null,
                account.text("avatar")
                        .map(avatar -> !avatar.endsWith("/missing.png") && !avatar.contains("/default_avatars/"))
                        .orElse(null),
                hasRows
                        ? rows.stream()
                                .anyMatch(row -> row.instant("verified_at").isPresent())
                        : null,
                null,
                null,
                null);
    }

    private static boolean isLink(Fields row) {
        return row.text("value")
                .filter(value -> value.contains("http://") || value.contains("https://"))
                .isPresent();
    }

    private static @Nullable String text(Fields status) {
        return text(status, "content");
    }

    private static @Nullable String text(Fields object, String field) {
        return object.text(field)
                .map(HtmlText::of)
                .filter(text -> !text.isBlank())
                .orElse(null);
    }

    private static Optional<String> quotedId(Fields quote) {
        return quote.at("quoted_status").text("id").or(() -> quote.text("quoted_status_id"));
    }

    private static @Nullable String contentForm(Fields status) {
        return status.items("media_attachments").stream()
                .findFirst()
                .flatMap(media -> media.text("type"))
                .orElse(status.at("poll").isEmpty() ? null : "poll");
    }

    private static @Nullable String atServer(@Nullable String acct, String server) {
        return acct == null || acct.contains("@") ? acct : acct + "@" + server;
    }
}
