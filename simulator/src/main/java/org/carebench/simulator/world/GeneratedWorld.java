package org.carebench.simulator.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.carebench.contract.dataset.PostKind;
import org.jspecify.annotations.Nullable;

/** A world drawn from its scenario when it is asked. It remembers the timelines of the accounts asked for last, nothing else. */
public final class GeneratedWorld implements World {

    private static final int REMEMBERED_TIMELINES = 256;

    private final Scenario scenario;
    private final List<Provider> providers;
    private final Map<Platform, List<Account>> accounts = new EnumMap<>(Platform.class);
    private final Map<Platform, Map<String, Account>> byStableId = new EnumMap<>(Platform.class);
    private final Map<Platform, Map<String, Account>> byHandle = new EnumMap<>(Platform.class);
    private final List<SurveyOutcome> outcomes;
    private final List<Campaign> campaigns;
    private final List<PainPoint> painPoints;
    private final Map<Platform, List<Campaign>> campaignsOf = new EnumMap<>(Platform.class);
    private final Map<String, List<PainPoint>> painPointsOf = new HashMap<>();
    private final DiscussionModel discussions;
    private final Map<Long, AccountWorld> remembered;

    private GeneratedWorld(Scenario scenario) {
        this.scenario = scenario;
        providers = ProviderDraw.providers(scenario);
        outcomes = new OutcomeModel(scenario).outcomes(providers);
        painPoints = Planting.painPoints(scenario, providers);
        for (Platform platform : Platform.values()) {
            List<Account> drawn = AccountDraw.accounts(scenario, platform, providers);
            accounts.put(platform, drawn);
            index(platform, drawn);
        }
        campaigns = Planting.campaigns(scenario, accounts);
        campaigns.forEach(c -> campaignsOf
                .computeIfAbsent(c.platform(), p -> new ArrayList<>())
                .add(c));
        painPoints.forEach(p -> painPointsOf
                .computeIfAbsent(p.provider().facilityId(), k -> new ArrayList<>())
                .add(p));
        discussions = new DiscussionModel(scenario, providers);
        remembered = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, AccountWorld> eldest) {
                return size() > REMEMBERED_TIMELINES;
            }
        };
    }

    public static World of(Scenario scenario) {
        return new GeneratedWorld(scenario);
    }

    private void index(Platform platform, List<Account> drawn) {
        Map<String, Account> ids = new HashMap<>();
        Map<String, Account> handles = new HashMap<>();
        for (Account account : drawn) {
            ids.put(account.stableId(), account);
            account.handles().forEach(h -> handles.put(address(account, h.name()), account));
        }
        byStableId.put(platform, ids);
        byHandle.put(platform, handles);
    }

    private static String address(Account account, String handle) {
        String server = account.homeServer();
        return (server == null ? handle : handle + "@" + server).toLowerCase(Locale.ROOT);
    }

    @Override
    public Scenario scenario() {
        return scenario;
    }

    @Override
    public List<Provider> providers() {
        return providers;
    }

    @Override
    public List<Account> accounts(Platform platform) {
        return accounts.getOrDefault(platform, List.of());
    }

    @Override
    public Optional<Account> account(Platform platform, String stableId) {
        return Optional.ofNullable(byStableId.getOrDefault(platform, Map.of()).get(stableId));
    }

    @Override
    public Optional<Account> accountByHandle(Platform platform, String handle, Instant at) {
        String wanted = handle.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byHandle.getOrDefault(platform, Map.of()).get(wanted))
                .filter(a -> a.existsAt(at) && address(a, a.handleAt(at)).equals(wanted));
    }

    @Override
    public AccountCounters counters(Account account, Instant at) {
        AccountWorld own = of(account);
        long posts = 0;
        long reposts = 0;
        long views = 0;
        long likes = 0;
        for (Post post : own.posts()) {
            boolean appeared = !post.appearedAt().isAfter(at);
            if (appeared && account.platform() == Platform.YOUTUBE) {
                views += own.counters(post, at).views();
            }
            if (post.isVisibleAt(at)) {
                reposts += post.kind() == PostKind.REPOST ? 1 : 0;
                posts += post.kind() == PostKind.REPOST ? 0 : 1;
                likes += account.platform() == Platform.TIKTOK
                        ? own.counters(post, at).likes()
                        : 0;
            }
        }
        long ratings = 0;
        long stars = 0;
        for (ReviewModel.Draft draft : own.drafts()) {
            if (draft.isVisibleAt(at)) {
                ratings++;
                stars += draft.stars();
            }
        }
        long following = 20 + Math.floorMod(account.seed(), 800L);
        long mean = ratings == 0 ? 0 : Math.round(100.0 * stars / ratings);
        return new AccountCounters(own.model().followers(at), following, posts, reposts, views, likes, ratings, mean);
    }

    @Override
    public Tendencies tendencies(Account account) {
        return of(account).model().tendencies();
    }

    @Override
    public List<Post> posts(Account account, Instant at) {
        return of(account).posts().stream().filter(p -> p.isVisibleAt(at)).toList();
    }

    @Override
    public Optional<Post> post(Platform platform, String postId, Instant at) {
        return accountOf(platform, postId).flatMap(a -> of(a).post(postId)).filter(p -> p.isVisibleAt(at));
    }

    private Optional<Account> accountOf(Platform platform, String id) {
        OptionalInt place = PlatformIds.placeOf(platform, id);
        List<Account> all = accounts(platform);
        return place.isPresent() && place.getAsInt() < all.size()
                ? Optional.of(all.get(place.getAsInt()))
                : Optional.empty();
    }

    @Override
    public PostCounters counters(Post post, Instant at) {
        return of(post.account()).counters(post, at);
    }

    @Override
    public String text(Post post, Instant at) {
        Provider provider = post.account().provider();
        if (post.bare()) {
            return "";
        }
        if (post.kind() == PostKind.REPLY) {
            return Texts.answer(post.seed(), post.language());
        }
        if (post.kind() == PostKind.QUOTE) {
            return Texts.remark(post.seed(), provider);
        }
        String text = Texts.post(post.seed(), post.topic(), post.language(), provider) + tag(post);
        Instant edited = post.editedAt();
        return edited == null || edited.isAfter(at) ? text : Texts.edited(text, edited);
    }

    private String tag(Post post) {
        for (Campaign campaign : campaigns) {
            if (campaign.id().equals(post.campaign())) {
                return " #" + campaign.tag();
            }
        }
        return "";
    }

    @Override
    public List<Interaction> comments(Post post, Instant at) {
        Conversations own = of(post.account()).conversations();
        return visible(own, own.thread(post), at);
    }

    @Override
    public List<Interaction> quotes(Post post, Instant at) {
        Conversations own = of(post.account()).conversations();
        return visible(own, own.quotes(post), at);
    }

    private static List<Interaction> visible(Conversations own, List<Remark> remarks, Instant at) {
        return remarks.stream()
                .filter(r -> r.isVisibleAt(at))
                .map(own::interaction)
                .toList();
    }

    @Override
    public List<Interaction> mentions(Account account, Instant from, Instant to, Instant at) {
        Conversations own = of(account).conversations();
        List<Remark> remarks = new ArrayList<>();
        LocalDate last = day(to);
        for (LocalDate day = day(from.minus(Conversations.reach())); !day.isAfter(last); day = day.plusDays(1)) {
            for (Remark remark : own.mentionsBegunOn(day)) {
                if (!remark.createdAt().isBefore(from) && remark.createdAt().isBefore(to)) {
                    remarks.add(remark);
                }
            }
        }
        remarks.sort(Comparator.comparing(Remark::createdAt).thenComparing(Remark::id));
        return visible(own, remarks, at);
    }

    @Override
    public Optional<Interaction> interaction(Platform platform, String interactionId, Instant at) {
        return accountOf(platform, interactionId).flatMap(account -> {
            AccountWorld own = of(account);
            return Optional.ofNullable(own.remark(interactionId))
                    .filter(r -> r.isVisibleAt(at))
                    .map(own.conversations()::interaction);
        });
    }

    @Override
    public List<Review> reviews(Account account, Instant at) {
        return of(account).reviews(at);
    }

    @Override
    public List<Discussion> discussions(Platform platform, Instant from, Instant to, Instant at) {
        List<Discussion> found = new ArrayList<>();
        LocalDate last = day(to.isAfter(at) ? at : to);
        LocalDate first = day(from);
        for (LocalDate day = first.isBefore(scenario.firstDay()) ? scenario.firstDay() : first;
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (Discussion discussion : discussions.on(platform, day)) {
                Instant written = discussion.createdAt();
                if (!written.isBefore(from) && written.isBefore(to) && !written.isAfter(at)) {
                    found.add(discussion);
                }
            }
        }
        return List.copyOf(found);
    }

    @Override
    public Optional<Discussion> discussion(Platform platform, String discussionId, Instant at) {
        OptionalInt place = PlatformIds.placeOf(platform, discussionId);
        if (place.isEmpty() || place.getAsInt() != PlatformIds.NO_ACCOUNT) {
            return Optional.empty();
        }
        LocalDate day = day(PlatformIds.writtenAt(platform, discussionId));
        return discussions.on(platform, day).stream()
                .filter(d -> d.id().equals(discussionId) && !d.createdAt().isAfter(at))
                .findFirst();
    }

    @Override
    public List<DailyInsight> insights(Account account, LocalDate fromDay, LocalDate toDay, Instant at) {
        return new InsightModel(of(account).model()).days(fromDay, toDay, at);
    }

    @Override
    public Optional<Person> person(Platform platform, String personId) {
        OptionalInt index =
                PlatformIds.personIndex(platform, personId, scenario.dialogue().persons());
        return index.isPresent() ? Optional.of(Names.person(platform, index.getAsInt())) : Optional.empty();
    }

    @Override
    public List<SurveyOutcome> outcomes() {
        return outcomes;
    }

    @Override
    public List<Campaign> campaigns() {
        return campaigns;
    }

    @Override
    public List<PainPoint> painPoints() {
        return painPoints;
    }

    private List<PainPoint> painPointsOf(Provider provider) {
        return painPointsOf.getOrDefault(provider.facilityId(), List.of());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Draws an account's world, or remembers it; two threads may draw the same, to the same result. */
    private AccountWorld of(Account account) {
        synchronized (remembered) {
            @Nullable AccountWorld known = remembered.get(account.seed());
            if (known != null) {
                return known;
            }
        }
        AccountWorld drawn = AccountWorld.of(
                scenario,
                account,
                campaignsOf.getOrDefault(account.platform(), List.of()),
                painPointsOf(account.provider()),
                outcomes.get(account.provider().index()));
        synchronized (remembered) {
            remembered.put(account.seed(), drawn);
        }
        return drawn;
    }
}
