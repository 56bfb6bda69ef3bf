package org.carebench.jobs.source.export;

import static org.carebench.jobs.source.SourceColumn.column;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.PostKind;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.jobs.platform.Counter;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.jobs.source.UniqueIds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sprout's report of posts of all networks: one row per post, with the counters of its whole life. Its columns vary. */
@Component
final class SproutPosts implements SourceFormat {

    private static final String DATE = "Date";
    private static final String POST_ID = "Post ID";
    private static final String LINK = "Link";
    private static final String TEXT = "Post";
    private static final String POST_TYPE = "Post Type";
    private static final String CONTENT_TYPE = "Content Type";
    private static final String REACTIONS = "Reactions";
    private static final String LIKES = "Likes";
    private static final String VIEWS = "Views";
    private static final String VIDEO_VIEWS = "Video Views";

    private static final String FACEBOOK = "facebook";

    /** Networks whose ids of posts are numbers. */
    private static final Set<String> NUMBERED = Set.of("instagram", "tiktok", "x");

    /** Networks on which a like is one of several reactions, so that likes are not all of them. */
    private static final Set<String> MANY_REACTIONS = Set.of(FACEBOOK, "linkedin");

    /** Networks whose posts are videos; on others, views of videos are not views of posts. */
    private static final Set<String> VIDEO_NETWORKS = Set.of("tiktok", "youtube");

    private static final Map<Counter, String> COUNTERS = Map.of(
            Counter.IMPRESSIONS, "Impressions",
            Counter.REACH, "Reach",
            Counter.COMMENTS, "Comments",
            Counter.SHARES, "Shares",
            Counter.SAVES, "Saves",
            Counter.CLICKS, "Post Clicks (All)");

    @Override
    public String name() {
        return "sprout-posts";
    }

    @Override
    public List<SourceColumn> columns() {
        Stream<SourceColumn> own = Stream.of(
                column(DATE),
                SproutNetworks.COLUMN,
                column(POST_ID).optional(),
                column(LINK, "Permalink").optional(),
                column(TEXT).optional(),
                column(POST_TYPE).optional(),
                column(CONTENT_TYPE).optional(),
                column(REACTIONS).optional(),
                column(LIKES).optional(),
                column(VIEWS).optional(),
                column(VIDEO_VIEWS).optional());
        Stream<SourceColumn> counters =
                COUNTERS.values().stream().sorted().map(name -> column(name).optional());
        return Stream.of(SproutAccounts.COLUMNS.stream(), own, counters)
                .flatMap(columns -> columns)
                .toList();
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(AccountLink.class, PostSnapshot.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        return new PostMapper(vintage, new Reader(vintage)::post);
    }

    private static final class Reader {

        private final SourceVintage vintage;
        private final SproutAccounts accounts;
        private final PublishTimes times;
        private final ExportedNumbers numbers;
        private final UniqueIds ids = new UniqueIds();

        Reader(SourceVintage vintage) {
            this.vintage = vintage;
            this.accounts = SproutAccounts.of(vintage);
            this.times = PublishTimes.of(vintage);
            this.numbers = ExportedNumbers.of(vintage);
        }

        ExportedPost post(SourceRow row) {
            Instant publishedAt = times.read(row.field(DATE));
            String platform = SproutNetworks.platform(row.field(SproutNetworks.COLUMN.name()));
            @Nullable ProviderAccount account = accounts.find(platform, row).orElse(null);
            SourceField id = id(row);
            String postId = id.column().equals(LINK) ? PostAddress.postId(platform, id) : postId(platform, id, account);
            ids.first(id, platform + " " + postId);
            return new ExportedPost(
                    platform,
                    postId,
                    account,
                    ExportedText.of(SproutAccounts.name(row)),
                    isReply(row) ? PostKind.REPLY : PostKind.ORIGINAL,
                    publishedAt,
                    ExportedText.of(row, LINK),
                    ExportedText.of(row, row.has(CONTENT_TYPE) ? CONTENT_TYPE : POST_TYPE),
                    null,
                    ExportedText.of(row, TEXT),
                    null,
                    numbers.counters(platform, row, columns(platform, row)));
        }

        /** What identifies the post: its id, or in reports and rows without one its address. */
        private SourceField id(SourceRow row) {
            boolean hasId = row.has(POST_ID);
            if (!hasId && !row.has(LINK)) {
                throw new SourceFileException(
                        "Cannot read " + vintage.file() + ": its header has neither column '" + POST_ID + "' nor '"
                                + LINK + "', so that its posts cannot be told apart. Export with one of them.");
            }
            boolean isById = hasId && (!row.has(LINK) || !ExportedNumbers.isMissing(row.field(POST_ID)));
            return row.field(isById ? POST_ID : LINK);
        }

        private static String postId(String platform, SourceField id, @Nullable ProviderAccount account) {
            if (platform.equals(FACEBOOK)) {
                return ExportedIds.facebookPost(id, account == null ? null : account.permanentId());
            }
            return NUMBERED.contains(platform) ? ExportedIds.digits(id) : ExportedIds.plain(id);
        }

        private static boolean isReply(SourceRow row) {
            return "@Reply".equals(ExportedText.of(row, POST_TYPE));
        }

        private static Map<Counter, String> columns(String platform, SourceRow row) {
            Map<Counter, String> columns = new EnumMap<>(COUNTERS);
            columns.put(Counter.LIKES, likes(platform, row));
            if (row.has(VIEWS) || !VIDEO_NETWORKS.contains(platform)) {
                columns.put(Counter.VIEWS, VIEWS);
            } else {
                columns.put(Counter.VIEWS, VIDEO_VIEWS);
            }
            return columns;
        }

        private static String likes(String platform, SourceRow row) {
            if (!row.has(REACTIONS)) {
                return LIKES;
            }
            boolean isLikeAll = row.has(LIKES) && !MANY_REACTIONS.contains(platform);
            return isLikeAll && ExportedNumbers.isMissing(row.field(REACTIONS)) ? LIKES : REACTIONS;
        }
    }
}
