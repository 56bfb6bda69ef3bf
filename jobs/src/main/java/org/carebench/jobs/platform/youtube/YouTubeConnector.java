package org.carebench.jobs.platform.youtube;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.ItemsRead;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;

/** Reads YouTube channels, their uploads, and the comments under them. */
final class YouTubeConnector implements Connector {

    static final String PLATFORM = "youtube";

    private static final CapabilityMatrix CAPABILITIES = CapabilityMatrix.matrix()
            .both(DataFamily.ACCOUNT, Capability.partial("subscribers are rounded, and may be hidden"))
            .both(DataFamily.POSTS, Capability.full())
            .both(DataFamily.POST_REFRESH, Capability.full())
            .both(DataFamily.INTERACTIONS, Capability.full())
            .both(DataFamily.MENTIONS, Capability.none("search has 100 calls a day and finds words, not mentions"))
            .owned(DataFamily.INSIGHTS, Capability.none("the API key does not cover the owner's analytics"))
            .other(DataFamily.INSIGHTS, Capability.none("analytics are for the owner only"))
            .build();

    /** A page of uploads, and the counters of its videos. */
    private static final long UNITS_PER_PAGE = 2;

    private final YouTubeClient client;
    private final YouTubeComments comments;
    /** Which playlist lists the uploads of a channel; it never changes. */
    private final Map<String, String> uploads = new ConcurrentHashMap<>();

    YouTubeConnector(YouTubeClient client) {
        this.client = client;
        this.comments = new YouTubeComments(client);
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public CapabilityMatrix capabilities() {
        return CAPABILITIES;
    }

    @Override
    public int accountsPerRequest(AccountRef account) {
        return account.stableId() == null ? 1 : YouTubeClient.MOST_IDS;
    }

    @Override
    public int postsPerRefresh(AccountRef account) {
        return YouTubeClient.MOST_IDS;
    }

    @Override
    public long estimatedCost(DataFamily family, int items) {
        return switch (family) {
            case ACCOUNT, POST_REFRESH -> requests(items);
            // Who has posted nothing yet is asked as well.
            case POSTS -> UNITS_PER_PAGE * Math.max(1, requests(items));
            case INTERACTIONS -> items;
            case MENTIONS, REVIEWS, INSIGHTS -> 0;
        };
    }

    /** Known ids are read together, handles one by one. */
    @Override
    public Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts) {
        Map<AccountRef, Result<AccountReading>> results = new LinkedHashMap<>();
        List<AccountRef> resolved =
                accounts.stream().filter(account -> account.stableId() != null).toList();
        if (!resolved.isEmpty()) {
            readById(resolved, results);
        }
        for (AccountRef account : accounts) {
            if (account.stableId() == null) {
                results.put(account, readByHandle(account));
            }
        }
        return results;
    }

    /** Lists a page of uploads and reads its videos, because the list has no counters. */
    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        String playlist = uploads(account);
        try {
            YouTubeResponse list = client.playlistItems(playlist, cursor.position(), account.credential());
            return posts(list, account.credential());
        } catch (PlatformException e) {
            boolean hasNoList = e.problem().code() == ProblemCode.GONE
                    && e.problem().endpoint().equals(YouTubeClient.PLAYLIST_ITEMS);
            if (hasNoList && cursor.position() == null) {
                // A channel that never uploaded anything has no such playlist.
                return Page.empty();
            }
            throw e;
        }
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        if (posts.isEmpty()) {
            return Map.of();
        }
        Set<String> ids = new LinkedHashSet<>();
        posts.forEach(post -> ids.add(post.postId()));
        YouTubeResponse videos = client.videos(ids, posts.get(0).account().credential());
        Map<String, Fields> found = videos.itemsById();
        Map<PostRef, Result<PostReading>> results = new LinkedHashMap<>();
        for (PostRef post : posts) {
            Fields video = found.get(post.postId());
            results.put(
                    post,
                    video == null
                            ? Result.failed(videos.missing(ProblemCode.GONE))
                            : ItemsRead.one(videos.answer(), video, post(videos, null)));
        }
        return results;
    }

    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        return comments.page(post, cursor.position());
    }

    @Override
    public Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor) {
        throw new UnsupportedOperationException("YouTube offers no mentions");
    }

    @Override
    public Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor) {
        throw new UnsupportedOperationException("YouTube has no reviews");
    }

    @Override
    public Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor) {
        throw new UnsupportedOperationException("YouTube's analytics are not read");
    }

    private void readById(List<AccountRef> accounts, Map<AccountRef, Result<AccountReading>> results) {
        Set<String> ids = new LinkedHashSet<>();
        accounts.forEach(account -> ids.add(account.identifier()));
        YouTubeResponse channels = client.channels(ids, accounts.get(0).credential());
        Map<String, Fields> found = channels.itemsById();
        for (AccountRef account : accounts) {
            Fields channel = found.get(account.identifier());
            results.put(
                    account,
                    channel == null ? Result.failed(channels.missing(ProblemCode.GONE)) : read(channels, channel));
        }
    }

    private Result<AccountReading> readByHandle(AccountRef account) {
        try {
            YouTubeResponse channels = client.channel(account.handle(), account.credential());
            return channels.items().stream()
                    .findFirst()
                    .map(channel -> read(channels, channel))
                    .orElseGet(() -> Result.failed(channels.missing(ProblemCode.RENAMED_OR_GONE)));
        } catch (PlatformException e) {
            if (e.problem().isOfAccess()) {
                throw e;
            }
            return Result.failed(e.problem());
        }
    }

    private Result<AccountReading> read(YouTubeResponse channels, Fields channel) {
        remember(channel);
        return ItemsRead.one(channels.answer(), channel, item -> YouTubeMapper.account(item, channels.receivedAt()));
    }

    private Page<PostReading> posts(YouTubeResponse list, @Nullable String credential) {
        // An entry without its video has no id that would say anything to anybody.
        ItemsRead<Upload> listed = ItemsRead.of(list.answer(), list.items(), "videoId", Upload::of);
        // The same video may be listed twice.
        Map<String, Upload> uploaded = new LinkedHashMap<>();
        listed.items().forEach(upload -> uploaded.putIfAbsent(upload.videoId(), upload));
        if (uploaded.isEmpty()) {
            return new Page<>(List.of(), listed.problems(), list.nextPageToken());
        }
        YouTubeResponse videos = client.videos(uploaded.keySet(), credential);
        Map<String, Fields> found = videos.itemsById();
        List<ItemProblem> problems = new ArrayList<>(listed.problems());
        List<PostReading> posts = new ArrayList<>();
        for (Upload upload : uploaded.values()) {
            Fields video = found.get(upload.videoId());
            Result<PostReading> result = video == null
                    ? Result.failed(videos.missing(upload.isPrivate() ? ProblemCode.PRIVATE : ProblemCode.GONE))
                    : ItemsRead.ofListing(videos.answer(), video, post(videos, upload.publishedAt()));
            if (result.reading() != null) {
                posts.add(result.reading());
            } else if (result.problem() != null) {
                problems.add(new ItemProblem(upload.videoId(), result.problem()));
            }
        }
        return new Page<>(posts, problems, list.nextPageToken());
    }

    private static Function<Fields, PostReading> post(YouTubeResponse videos, @Nullable Instant publishedAt) {
        return video -> YouTubeMapper.post(video, publishedAt, videos.receivedAt());
    }

    /** Most channels were read before; one more unit finds the list of another. */
    private String uploads(AccountRef account) {
        String id = account.identifier();
        if (!uploads.containsKey(id)) {
            YouTubeResponse channels = client.channels(List.of(id), account.credential());
            Fields channel = channels.itemsById().get(id);
            if (channel == null) {
                throw new PlatformException(channels.missing(ProblemCode.GONE));
            }
            remember(channel);
        }
        String playlist = uploads.get(id);
        if (playlist == null) {
            throw new PlatformException(
                    PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, YouTubeClient.CHANNELS, "200 without uploads"));
        }
        return playlist;
    }

    private void remember(Fields channel) {
        channel.text("id")
                .ifPresent(id -> channel.at("contentDetails", "relatedPlaylists")
                        .text("uploads")
                        .ifPresent(playlist -> uploads.put(id, playlist)));
    }

    private static long requests(int items) {
        return (items + YouTubeClient.MOST_IDS - 1L) / YouTubeClient.MOST_IDS;
    }
}
