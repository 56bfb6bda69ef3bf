package org.carebench.jobs.source.youtube;

import static org.carebench.jobs.source.SourceColumn.column;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.StringEscapeUtils;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.Measure;
import org.carebench.contract.schema.MeasureState;
import org.carebench.contract.schema.Precision;
import org.carebench.jobs.source.Redactor;
import org.carebench.jobs.source.Redactor.Redacted;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An export of videos found by key words, with their counters. It holds no channel ids, no subscribers and not all videos
 * of a channel. Videos of channels outside the crosswalk land without an author. The same video may stand in several rows;
 * all of them land.
 */
@Component
final class YouTubeVideos implements SourceFormat {

    private static final String VIDEO_ID = "video_id";
    private static final long MOST = 1_000_000_000_000L;

    @Override
    public String name() {
        return "youtube-videos";
    }

    @Override
    public List<SourceColumn> columns() {
        return List.of(
                column(VIDEO_ID),
                column("title"),
                column("description"),
                column("published_at"),
                column(YouTubeAccounts.CHANNEL_TITLE),
                column("view_count"),
                column("like_count"),
                column("comment_count"),
                column("duration"),
                column("topic"));
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(AccountSnapshot.class, PostSnapshot.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        return new Mapper(vintage);
    }

    private static final class Mapper implements RowMapper {

        private final SourceVintage vintage;
        private final YouTubeAccounts accounts;
        private final Redactor redactor;
        private final Instant observedAt;
        private final Set<String> accountsSeen = new HashSet<>();

        Mapper(SourceVintage vintage) {
            this.vintage = vintage;
            this.accounts = YouTubeAccounts.read(vintage.reference("accounts"));
            this.redactor = new Redactor(vintage.setting("phone-region"));
            this.observedAt = vintage.asOf().atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        @Override
        public List<Record> map(SourceRow row) {
            String channel = row.field(YouTubeAccounts.CHANNEL_TITLE).text();
            boolean isOnRoster = accounts.contains(channel);
            PostSnapshot post = post(row, isOnRoster ? YouTubeAccounts.accountId(channel) : null);
            List<Record> records = new ArrayList<>();
            if (isOnRoster && accountsSeen.add(channel)) {
                records.add(account(row, channel));
            }
            records.add(post);
            return records;
        }

        private AccountSnapshot account(SourceRow row, String channel) {
            return new AccountSnapshot(
                    YouTubeAccounts.accountId(channel),
                    observedAt,
                    YouTubeAccounts.PLATFORM,
                    null,
                    channel,
                    AccountStatus.UNKNOWN,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    notExported("subscriber_count"),
                    notExported("subscription_count"),
                    notExported("video_count"),
                    notExported("channel_view_count"),
                    notExported("rating_count"),
                    notExported("rating"),
                    vintage.sourceId(),
                    row.line());
        }

        private PostSnapshot post(SourceRow row, @Nullable String accountId) {
            SourceField id = row.field(VIDEO_ID);
            if (!id.text().matches("[A-Za-z0-9_-]{11}")) {
                throw id.rejected(ProblemCode.INVALID_ID, "is no YouTube video id of eleven characters");
            }
            Redacted title = redacted(row.field("title"));
            Redacted description = redacted(row.field("description"));
            Instant publishedAt = publishedAt(row.field("published_at"));
            Measure views = counter(row.field("view_count"), MeasureState.NOT_AVAILABLE);
            Measure likes = counter(row.field("like_count"), MeasureState.DISABLED);
            Measure comments = counter(row.field("comment_count"), MeasureState.DISABLED);
            return new PostSnapshot(
                    YouTubeAccounts.PLATFORM + ":" + id.text(),
                    observedAt,
                    YouTubeAccounts.PLATFORM,
                    accountId,
                    PostKind.ORIGINAL,
                    publishedAt,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "VIDEO",
                    title.text().isEmpty() ? null : title.text(),
                    description.text().isEmpty() ? null : description.text(),
                    title.count() + description.count(),
                    row.field("topic").optional(),
                    seconds(row.field("duration")),
                    false,
                    views,
                    likes,
                    comments,
                    notExported("share_count"),
                    notExported("quote_count"),
                    notExported("save_count"),
                    notExported("impression_count"),
                    notExported("reach"),
                    notExported("click_count"),
                    vintage.sourceId(),
                    row.line());
        }

        /** The export escapes its texts for HTML. */
        private Redacted redacted(SourceField field) {
            return redactor.redact(field.cleaned(StringEscapeUtils.unescapeHtml4(field.text())));
        }

        private Instant publishedAt(SourceField field) {
            Instant published = field.instant();
            Instant endOfDay =
                    vintage.asOf().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (published.isAfter(endOfDay)) {
                throw field.rejected(ProblemCode.VALUE_OUT_OF_RANGE, "lies after the date of the export");
            }
            return published;
        }

        private static Measure counter(SourceField field, MeasureState whenMissing) {
            String definition = "youtube." + field.column() + ".v1";
            return field.isMissing()
                    ? Measure.missing(whenMissing, definition)
                    : Measure.reported(field.integer(0, MOST), Precision.EXACT, definition);
        }

        private static Measure notExported(String counter) {
            return Measure.missing(MeasureState.NOT_IN_SOURCE, "youtube." + counter + ".v1");
        }

        private static @Nullable Long seconds(SourceField field) {
            if (field.isMissing()) {
                return null;
            }
            try {
                return Duration.parse(field.text()).toSeconds();
            } catch (DateTimeException e) {
                throw field.rejected(ProblemCode.UNREADABLE_VALUE, "is no duration such as PT8M59S");
            }
        }
    }
}
