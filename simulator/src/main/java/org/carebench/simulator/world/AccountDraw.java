package org.carebench.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.world.Account.Handle;
import org.carebench.simulator.world.Account.Profile;
import org.carebench.simulator.world.Account.StatusChange;
import org.carebench.simulator.world.Scenario.PlatformModel;
import org.jspecify.annotations.Nullable;

/** Draws the accounts of a platform: who has one, under which names, and what becomes of it. */
final class AccountDraw {

    private static final long KEY = 3;
    private static final double SHARED_BY_SYSTEM = 0.5;
    private static final List<String> HOME_SERVERS =
            List.of("salud.example", "clinics.example", "social.hospital.example");

    private final Scenario scenario;
    private final Platform platform;
    private final PlatformModel model;
    private int nextSuccessor;

    private AccountDraw(Scenario scenario, Platform platform, PlatformModel model) {
        this.scenario = scenario;
        this.platform = platform;
        this.model = model;
    }

    static List<Account> accounts(Scenario scenario, Platform platform, List<Provider> providers) {
        PlatformModel model = scenario.platforms().get(platform.key());
        return model == null ? List.of() : new AccountDraw(scenario, platform, model).accounts(providers);
    }

    private List<Account> accounts(List<Provider> providers) {
        List<Provider> adopters = new ArrayList<>();
        Map<String, Provider> heads = new HashMap<>();
        for (Provider provider : providers) {
            if (adopts(provider)) {
                adopters.add(provider);
                String system = provider.system();
                if (system != null && provider.systemHead()) {
                    heads.put(system, provider);
                }
            }
        }
        Map<Provider, List<String>> owners = new HashMap<>();
        List<Provider> running = new ArrayList<>();
        for (Provider provider : adopters) {
            Provider head = provider.system() == null ? null : heads.get(provider.system());
            if (head != null && !head.equals(provider) && sharesSystemAccount(provider)) {
                owners.computeIfAbsent(head, h -> new ArrayList<>()).add(provider.organizationId());
            } else {
                running.add(provider);
            }
        }
        List<Account> accounts = new ArrayList<>();
        nextSuccessor = running.size();
        for (Provider provider : running) {
            List<String> ids = new ArrayList<>(List.of(provider.organizationId()));
            ids.addAll(owners.getOrDefault(provider, List.of()));
            accounts.add(account(accounts.size(), provider, ids));
        }
        for (Account left : List.copyOf(accounts)) {
            for (StatusChange change : left.statuses()) {
                if (change.movedTo() != null) {
                    accounts.add(successor(accounts.size(), left, change));
                }
            }
        }
        return List.copyOf(accounts);
    }

    private boolean adopts(Provider provider) {
        double slope = model.adoptionSlope();
        double share = Math.min(0.9999, Math.max(0.0001, model.adoption()));
        double intercept = Math.log(share / (1 - share)) * Math.sqrt(1 + slope * slope / 2.9);
        return draws(provider, 1).chance(Draws.expit(intercept + slope * provider.integration()));
    }

    private boolean sharesSystemAccount(Provider provider) {
        return (platform == Platform.YOUTUBE || platform == Platform.LINKEDIN)
                && draws(provider, 2).chance(SHARED_BY_SYSTEM);
    }

    private Draws draws(Provider provider, long what) {
        return Draws.of(Draws.seed(scenario.seed(), KEY, what, platform.seedPart(), provider.index()));
    }

    private Account account(int index, Provider provider, List<String> organizationIds) {
        Draws draws = draws(provider, 3);
        Instant created = createdAt(draws);
        boolean owned =
                Draws.of(Draws.seed(scenario.seed(), KEY, 4, provider.index())).chance(model.ownedShare());
        String slug = slug(provider);
        List<Handle> handles = new ArrayList<>(List.of(new Handle(handle(slug + "h", index), created)));
        if (platform != Platform.GOOGLE && draws.chance(scenario.dirt().renamed())) {
            handles.add(new Handle(handle(slug + "c", index), within(draws, created, 0.2)));
        }
        List<StatusChange> statuses = statuses(draws, created);
        boolean hidesFollowers = draws.chance(scenario.dirt().hiddenCounters()) && platform == Platform.YOUTUBE;
        boolean hidesLikes = draws.chance(scenario.dirt().hiddenCounters())
                && (platform == Platform.YOUTUBE || platform == Platform.INSTAGRAM);
        boolean commentsOff = draws.chance(scenario.dirt().commentsOff()) && platform == Platform.YOUTUBE;
        return new Account(
                platform,
                index,
                provider,
                organizationIds,
                PlatformIds.account(platform, index),
                platform == Platform.MASTODON ? HOME_SERVERS.get(index % HOME_SERVERS.size()) : null,
                platform == Platform.GOOGLE ? PlatformIds.place(index) : null,
                owned ? Relation.OWNED : Relation.OTHER,
                handles,
                created,
                statuses,
                hidesFollowers,
                hidesLikes,
                commentsOff,
                profile(provider, draws),
                Draws.seed(scenario.seed(), KEY, 5, platform.seedPart(), provider.index()));
    }

    /** The account to which another one moved. Nobody has put it on a roster yet. */
    private Account successor(int index, Account left, StatusChange change) {
        return new Account(
                platform,
                index,
                left.provider(),
                List.of(),
                PlatformIds.account(platform, index),
                left.homeServer(),
                null,
                left.relation(),
                List.of(new Handle(handle(slug(left.provider()) + "n", index), change.from())),
                change.from().minus(Duration.ofDays(10)),
                List.of(),
                false,
                false,
                false,
                left.profile(),
                Draws.seed(left.seed(), 1));
    }

    /** Nine in ten are older than the world; the others begin in its first half. */
    private Instant createdAt(Draws draws) {
        if (draws.chance(0.9)) {
            double youngest = platform == Platform.BLUESKY ? 600 : 2500;
            return scenario.begin()
                    .minusSeconds((long) (draws.uniform(10, youngest) * 86_400))
                    .truncatedTo(ChronoUnit.SECONDS);
        }
        return scenario.begin().plusSeconds((long) (draws.uniform() * secondsOfWorld() / 2));
    }

    private long secondsOfWorld() {
        return Duration.between(scenario.begin(), scenario.end()).toSeconds();
    }

    /** An instant of the world, after this share of it and after the account was created. */
    private Instant within(Draws draws, Instant created, double from) {
        Instant first = scenario.begin().plusSeconds((long) (from * secondsOfWorld()));
        Instant start = first.isAfter(created) ? first : created;
        return start.plusSeconds((long)
                (draws.uniform() * Duration.between(start, scenario.end()).toSeconds()));
    }

    private List<StatusChange> statuses(Draws draws, Instant created) {
        List<AccountStatus> possible = switch (platform) {
            case BLUESKY -> List.of(AccountStatus.SUSPENDED, AccountStatus.DEACTIVATED, AccountStatus.NOT_FOUND);
            case MASTODON -> List.of(AccountStatus.SUSPENDED, AccountStatus.NOT_FOUND, AccountStatus.MOVED);
            case YOUTUBE -> List.of(AccountStatus.SUSPENDED, AccountStatus.NOT_FOUND);
            case INSTAGRAM, TIKTOK -> List.of(AccountStatus.PRIVATE, AccountStatus.NOT_FOUND);
            case FACEBOOK -> List.of(AccountStatus.DEACTIVATED, AccountStatus.NOT_FOUND);
            case X -> List.of(AccountStatus.SUSPENDED, AccountStatus.PRIVATE, AccountStatus.NOT_FOUND);
            case LINKEDIN, GOOGLE -> List.of(AccountStatus.NOT_FOUND);
        };
        for (AccountStatus status : possible) {
            Instant from = within(draws, created, 0.3);
            if (draws.chance(scenario.dirt().suspended())) {
                @Nullable String target = status == AccountStatus.MOVED ? PlatformIds.account(platform, nextSuccessor++) : null;
                return List.of(new StatusChange(from, status, target));
            }
        }
        return List.of();
    }

    private Profile profile(Provider provider, Draws draws) {
        double care = Draws.expit(1.2 + 0.6 * provider.integration());
        return new Profile(
                provider.name(),
                draws.chance(care)
                        ? "Official page of " + provider.name() + ", caring for " + provider.city() + ". Invented data."
                        : null,
                draws.chance(care) ? provider.website() : null,
                draws.chance(care) ? provider.phone() : null,
                draws.chance(care) ? provider.address() + ", " + provider.city() + ", " + provider.state() : null,
                draws.chance(care) ? "Hospital" : null,
                draws.chance(care),
                draws.chance(care / 2));
    }

    private static String slug(Provider provider) {
        String town = ProviderDraw.slug(provider.city());
        return town.substring(0, Math.min(9, town.length()));
    }

    private String handle(String name, int index) {
        return switch (platform) {
            case BLUESKY -> name + Integer.toString(index, 36) + ".hospital.example";
            case GOOGLE -> PlatformIds.place(index);
            default -> name + Integer.toString(index, 36);
        };
    }
}
