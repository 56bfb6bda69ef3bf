package org.carebench.simulator.world;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.carebench.contract.dataset.PostKind;
import org.carebench.simulator.world.Post.Form;
import org.jspecify.annotations.Nullable;

/** Everything that an account ever posts, day by day from a seed per day. */
final class Timeline {

    private static final List<Topic> TOPICS = List.of(Topic.values());

    private static final int MOST_POSTS_A_DAY = 60;
    private static final double REPOSTS = 0.12;
    private static final double QUOTES = 0.05;
    private static final List<String> RARE_LANGUAGES = List.of("de", "fr", "pt", "hi");

    private final Scenario scenario;
    private final AccountModel model;
    private final Account account;
    private final Platform platform;
    private final Conversations conversations;
    private final List<Campaign> campaigns;

    Timeline(Scenario scenario, AccountModel model, Conversations conversations, List<Campaign> campaigns) {
        this.scenario = scenario;
        this.model = model;
        this.account = model.account;
        this.platform = account.platform();
        this.conversations = conversations;
        this.campaigns = campaigns;
    }

    /** All posts, newest claimed time first. */
    List<Post> posts() {
        List<Post> posts = new ArrayList<>();
        forEachDay(day -> posts.addAll(ownPosts(day)));
        if (platform.listsReplies()) {
            List<Post> replies = new ArrayList<>();
            for (Post post : posts) {
                addReplies(conversations.thread(post), replies);
            }
            forEachDay(day -> addReplies(conversations.mentionsBegunOn(day), replies));
            posts.addAll(replies);
        }
        posts.sort(Comparator.comparing(Post::createdAt).reversed().thenComparing(Post::id));
        return List.copyOf(posts);
    }

    private void forEachDay(Consumer<LocalDate> action) {
        LocalDate first = account.createdAt().atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate day = first.isAfter(scenario.firstDay()) ? first : scenario.firstDay();
        for (; !day.isAfter(scenario.lastDay()); day = day.plusDays(1)) {
            action.accept(day);
        }
    }

    /** Posts of a day but replies: weeks are active or not, working days busier, hours those of the provider's day. */
    private List<Post> ownPosts(LocalDate day) {
        long week = Math.floorDiv(day.toEpochDay() + 3, 7);
        boolean active = Draws.of(Draws.seed(account.seed(), 10, week)).chance(model.activeWeekShare);
        List<Post> posts = new ArrayList<>();
        Draws draws = Draws.of(Draws.seed(account.seed(), 11, day.toEpochDay()));
        int regular = 0;
        if (active && model.activeWeekShare > 0) {
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            double mean = model.weeklyPosts / model.activeWeekShare / 7 * (weekend ? 0.55 : 1.18);
            regular = Math.min(MOST_POSTS_A_DAY, draws.poisson(mean));
        }
        for (int i = 0; i < regular; i++) {
            add(post(draws, day, i, null), posts);
        }
        for (Campaign campaign : campaigns) {
            boolean within = !day.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(campaign.from())
                    && day.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(campaign.to());
            if (within && campaign.accountIds().contains(account.stableId()) && draws.chance(0.4)) {
                add(post(draws, day, MOST_POSTS_A_DAY, campaign), posts);
            }
        }
        return posts;
    }

    private void add(Post post, List<Post> posts) {
        Instant at = post.appearedAt();
        if (account.existsAt(at) && at.isBefore(model.silentFrom()) && at.isBefore(scenario.end())) {
            posts.add(post);
        }
    }

    private Post post(Draws draws, LocalDate day, int number, @Nullable Campaign campaign) {
        Instant appeared = day.atStartOfDay(ZoneId.of(account.provider().zone()))
                .toInstant()
                .plusMillis((long) ((8 + 12 * draws.uniform()) * 3_600_000));
        double kindOf = draws.uniform();
        PostKind kind = campaign != null || !platform.listsReposts()
                ? PostKind.ORIGINAL
                : kindOf < REPOSTS ? PostKind.REPOST : kindOf < REPOSTS + QUOTES ? PostKind.QUOTE : PostKind.ORIGINAL;
        boolean backdated =
                draws.chance(scenario.dirt().backdated()) && platform == Platform.BLUESKY && kind == PostKind.ORIGINAL;
        Instant created = backdated ? appeared.minus(Duration.ofDays(30 + draws.below(2000))) : appeared;
        boolean edited = draws.chance(scenario.dirt().editedPosts()) && platform != Platform.BLUESKY;
        Instant editedAt = appeared.plusSeconds(300 + draws.below(platform == Platform.X ? 1500 : 200_000));
        boolean deleted = draws.chance(scenario.dirt().deletedPosts());
        Instant deletedAt = appeared.plusSeconds((long) (draws.exponential(20) * 86_400) + 600);
        Topic topic = campaign != null ? campaign.topic() : TOPICS.get(draws.weighted(model.topicWeights));
        Form form = form(draws);
        boolean bare = draws.chance(0.04)
                && (platform == Platform.FACEBOOK || platform == Platform.INSTAGRAM)
                && campaign == null;
        int seconds = form == Form.SHORT_VIDEO ? 10 + draws.below(50) : 60 + draws.below(900);
        String language = language(draws);
        long seed = draws.nextSeed();
        String id = PlatformIds.post(platform, account.stableId(), appeared, account.index(), number);
        ForeignPost about = kind == PostKind.ORIGINAL ? null : foreign(Draws.seed(seed, 9), appeared);
        return new Post(
                account,
                id,
                kind,
                created,
                appeared,
                edited && kind == PostKind.ORIGINAL ? editedAt : null,
                deleted ? deletedAt : null,
                language,
                topic,
                form,
                kind == PostKind.QUOTE && about != null ? about.id() : null,
                id,
                about,
                bare || kind == PostKind.REPOST,
                form == Form.VIDEO || form == Form.SHORT_VIDEO ? seconds : null,
                campaign == null ? null : campaign.id(),
                seed);
    }

    private Form form(Draws draws) {
        double any = draws.uniform();
        return switch (platform) {
            case YOUTUBE -> any < 0.7 ? Form.VIDEO : Form.SHORT_VIDEO;
            case TIKTOK -> Form.SHORT_VIDEO;
            case INSTAGRAM -> any < 0.5 ? Form.PHOTO : any < 0.75 ? Form.ALBUM : Form.SHORT_VIDEO;
            default -> any < 0.35 ? Form.PHOTO : any < 0.65 ? Form.LINK : any < 0.78 ? Form.VIDEO : Form.TEXT;
        };
    }

    private String language(Draws draws) {
        double any = draws.uniform();
        if (any < 0.02) {
            return draws.pick(RARE_LANGUAGES);
        }
        return "es".equals(account.provider().language()) && any > 0.5 ? "es" : "en";
    }

    private ForeignPost foreign(long seed, Instant before) {
        Draws draws = Draws.of(seed);
        Person author = Names.person(platform, draws.below(scenario.dialogue().persons()));
        Instant created = before.minusMillis((long) (draws.exponential(48) * 3_600_000) + 60_000);
        String id = PlatformIds.post(
                platform, author.id(), created, PlatformIds.NO_ACCOUNT - 1, draws.below(PlatformIds.NUMBERS));
        Provider provider = account.provider();
        String text = Texts.discussion(draws.nextSeed(), "en", draws.pick(TOPICS), provider.city(), provider.state());
        return new ForeignPost(
                id, author, created, text, "en", draws.negativeBinomial(40, 0.6), draws.poisson(4), draws.poisson(6));
    }

    private void addReplies(List<Remark> remarks, List<Post> replies) {
        for (Remark remark : remarks) {
            if (remark.isByOwner()) {
                add(reply(remark), replies);
            }
        }
    }

    private Post reply(Remark remark) {
        return new Post(
                account,
                remark.id(),
                PostKind.REPLY,
                remark.createdAt(),
                remark.createdAt(),
                null,
                remark.deletedAt(),
                remark.language(),
                Topic.COMMUNITY,
                Form.TEXT,
                remark.parentId(),
                remark.conversationId(),
                null,
                false,
                null,
                null,
                remark.seed());
    }
}
