package org.carebench.jobs.platform.mastodon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Capability;
import org.carebench.jobs.platform.CapabilityMatrix;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.Credential;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.InsightReading;
import org.carebench.jobs.platform.InteractionReading;
import org.carebench.jobs.platform.ItemProblem;
import org.carebench.jobs.platform.Page;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.carebench.jobs.platform.PostReading;
import org.carebench.jobs.platform.PostRef;
import org.carebench.jobs.platform.Result;
import org.carebench.jobs.platform.ReviewReading;
import org.carebench.jobs.platform.UnreadableItemException;
import org.carebench.jobs.platform.Window;
import org.jspecify.annotations.Nullable;

/** Reads Mastodon and compatible servers, every account at its home server. */
final class MastodonConnector implements Connector {

    static final String PLATFORM = "mastodon";

    /** Part of a credential that names the only server to which its token is sent. */
    private static final String TOKEN_SERVER = "server";

    private static final CapabilityMatrix CAPABILITIES = CapabilityMatrix.matrix()
            .both(DataFamily.ACCOUNT, Capability.full())
            .both(DataFamily.POSTS, Capability.full())
            .both(DataFamily.POST_REFRESH, Capability.full())
            .both(DataFamily.INTERACTIONS, Capability.full())
            .owned(DataFamily.MENTIONS, Capability.full())
            .other(DataFamily.MENTIONS, Capability.none("servers tell mentions to the account itself only"))
            .both(DataFamily.REVIEWS, Capability.none("Mastodon has no reviews"))
            .both(DataFamily.INSIGHTS, Capability.none("Mastodon has no figures for owners alone"))
            .build();

    private static final int MOST_WITHOUT_TOKEN = 60;
    private static final int DEEPEST_WITHOUT_TOKEN = 20;
    private static final int MOST_WITH_TOKEN = 4_096;
    private static final String SUSPENDED_ON_OLD_SERVERS = "410";

    private final MastodonClient client;
    private final Credentials credentials;
    private final MastodonMapper mapper = new MastodonMapper();
    private final Map<String, Boolean> readsSeveralIds = new ConcurrentHashMap<>();

    MastodonConnector(MastodonClient client, Credentials credentials) {
        this.client = client;
        this.credentials = credentials;
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
        return account.stableId() == null ? 1 : MastodonClient.MOST_ACCOUNTS;
    }

    @Override
    public int postsPerRefresh(AccountRef account) {
        return MastodonClient.MOST_STATUSES;
    }

    @Override
    public long estimatedCost(DataFamily family, int items) {
        return 0;
    }

    @Override
    public Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts) {
        Map<AccountRef, Result<AccountReading>> results = new LinkedHashMap<>();
        Map<MastodonServer, List<AccountRef>> known = new LinkedHashMap<>();
        for (AccountRef account : accounts) {
            Optional<MastodonName> name = MastodonName.of(account);
            if (name.isEmpty()) {
                results.put(account, Result.failed(noServer(MastodonClient.LOOKUP)));
            } else if (account.stableId() == null) {
                results.put(account, found(server(account, name.get()), name.get()));
            } else {
                known.computeIfAbsent(server(account, name.get()), server -> new ArrayList<>())
                        .add(account);
            }
        }
        known.forEach((server, same) -> results.putAll(separately(same, () -> known(server, same))));
        return results;
    }

    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        MastodonServer server = requireServer(account, MastodonClient.ACCOUNT_STATUSES);
        MastodonResponse response = client.accountStatuses(server, account.identifier(), cursor.position());
        return page(
                MastodonClient.ACCOUNT_STATUSES,
                shown(response.items()),
                mapper::post,
                status -> status.text("id").orElse(""),
                response.nextMaxId());
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        Map<PostRef, Result<PostReading>> results = new LinkedHashMap<>();
        Map<MastodonServer, List<PostRef>> byServer = new LinkedHashMap<>();
        for (PostRef post : posts) {
            Optional<MastodonName> name = MastodonName.of(post.account());
            if (name.isEmpty()) {
                results.put(post, Result.failed(noServer(MastodonClient.STATUSES)));
            } else {
                byServer.computeIfAbsent(server(post.account(), name.get()), server -> new ArrayList<>())
                        .add(post);
            }
        }
        byServer.forEach((server, same) -> results.putAll(separately(same, () -> refreshed(server, same))));
        return results;
    }

    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        MastodonServer server = requireServer(post.account(), MastodonClient.CONTEXT);
        String owner = post.account().identifier();
        MastodonResponse response = client.context(server, post.postId());
        List<Fields> answers = response.items("descendants");
        String under = first(owner, post.postId(), response.items("ancestors"));
        Page<InteractionReading> page = page(
                MastodonClient.CONTEXT,
                shown(answers),
                status -> mapper.answer(server.name(), owner, under, status),
                status -> post.postId(),
                null);
        if (!isCutOff(server, post.postId(), answers)) {
            return page;
        }
        List<ItemProblem> problems = new ArrayList<>(page.problems());
        problems.add(new ItemProblem(
                post.postId(),
                PlatformProblem.of(
                        ProblemCode.PERMISSION,
                        MastodonClient.CONTEXT,
                        "200 with as many answers as the server shows "
                                + (server.credential() == null ? "without" : "with") + " a token")));
        return new Page<>(page.items(), problems, null);
    }

    @Override
    public Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor) {
        MastodonServer server = requireServer(account, MastodonClient.NOTIFICATIONS);
        if (server.credential() == null) {
            throw new PlatformException(PlatformProblem.of(
                    ProblemCode.PERMISSION, MastodonClient.NOTIFICATIONS, "no credential for this server"));
        }
        String owner = account.identifier();
        MastodonResponse response = client.notifications(server, cursor.position());
        List<Fields> statuses = response.items().stream()
                .filter(notification ->
                        notification.text("type").filter("mention"::equals).isPresent())
                .map(notification -> notification.at("status"))
                .filter(status -> mapper.concerns(owner, status))
                .toList();
        return page(
                MastodonClient.NOTIFICATIONS,
                shown(statuses),
                status -> mapper.mention(server.name(), owner, status),
                status -> "",
                response.nextMaxId());
    }

    @Override
    public Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }

    @Override
    public Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }

    // accounts

    /** An account whose id is not known yet. */
    private Result<AccountReading> found(MastodonServer server, MastodonName name) {
        try {
            return read(server, client.lookup(server, name.user()).body(), MastodonClient.LOOKUP);
        } catch (PlatformException e) {
            ProblemCode code = e.problem().code();
            boolean maySearch = code == ProblemCode.GONE
                    || code == ProblemCode.PERMISSION
                    || code == ProblemCode.BAD_REQUEST
                    || code == ProblemCode.CONTRACT_DRIFT;
            return server.credential() != null && maySearch
                    ? searched(server, name, e.problem())
                    : Result.failed(e.problem());
        }
    }

    private Result<AccountReading> searched(MastodonServer server, MastodonName name, PlatformProblem notFound) {
        try {
            return client.searchAccount(server, name.full()).items("accounts").stream()
                    .filter(account ->
                            account.text("acct").filter(name::isNamed).isPresent())
                    .findFirst()
                    .map(account -> read(server, account, MastodonClient.SEARCH))
                    .orElseGet(() -> Result.failed(notFound));
        } catch (PlatformException e) {
            return Result.failed(e.problem());
        }
    }

    private Map<AccountRef, Result<AccountReading>> known(MastodonServer server, List<AccountRef> accounts) {
        Map<String, Fields> batch = batch(
                server, accounts.stream().map(AccountRef::identifier).distinct().toList(), client::accounts);
        Map<AccountRef, Result<AccountReading>> results = new LinkedHashMap<>();
        for (AccountRef account : accounts) {
            Fields found = batch.get(account.identifier());
            results.put(
                    account,
                    found == null ? alone(server, account.identifier()) : read(server, found, MastodonClient.ACCOUNTS));
        }
        return results;
    }

    private Result<AccountReading> alone(MastodonServer server, String id) {
        try {
            return read(server, client.account(server, id).body(), MastodonClient.ACCOUNT);
        } catch (PlatformException e) {
            return e.problem().evidence().equals(SUSPENDED_ON_OLD_SERVERS)
                    ? Result.read(mapper.suspended(id))
                    : Result.failed(e.problem());
        }
    }

    private Result<AccountReading> read(MastodonServer server, Fields account, String endpoint) {
        try {
            return Result.read(mapper.account(server.name(), account));
        } catch (UnreadableItemException e) {
            return Result.failed(unreadable(endpoint, e));
        }
    }

    // statuses

    private Map<PostRef, Result<PostReading>> refreshed(MastodonServer server, List<PostRef> posts) {
        Map<String, Fields> batch =
                batch(server, posts.stream().map(PostRef::postId).distinct().toList(), client::statuses);
        Map<PostRef, Result<PostReading>> results = new LinkedHashMap<>();
        for (PostRef post : posts) {
            results.put(post, batch.isEmpty() ? alone(server, post) : refreshed(batch.get(post.postId())));
        }
        return results;
    }

    private Result<PostReading> alone(MastodonServer server, PostRef post) {
        try {
            return refreshed(client.status(server, post.postId()).body());
        } catch (PlatformException e) {
            return Result.failed(e.problem());
        }
    }

    private Result<PostReading> refreshed(@Nullable Fields status) {
        if (status == null || mapper.isHidden(status)) {
            return Result.failed(PlatformProblem.of(ProblemCode.GONE, MastodonClient.STATUSES, "200 left out"));
        }
        try {
            return Result.read(mapper.post(status));
        } catch (UnreadableItemException e) {
            return Result.failed(unreadable(MastodonClient.STATUSES, e));
        }
    }

    /** The account's first status of a conversation: an answer is found below every one of them, and names this one. */
    private static String first(String owner, String asked, List<Fields> ancestors) {
        return ancestors.stream()
                .filter(status ->
                        status.at("account").text("id").filter(owner::equals).isPresent())
                .findFirst()
                .flatMap(status -> status.text("id"))
                .orElse(asked);
    }

    /** Whether a conversation has as many answers as a server shows at most, so that more may be hidden. */
    private static boolean isCutOff(MastodonServer server, String asked, List<Fields> answers) {
        if (server.credential() != null) {
            return answers.size() >= MOST_WITH_TOKEN;
        }
        Map<String, Integer> depths = new HashMap<>(Map.of(asked, 0));
        int deepest = 0;
        for (Fields answer : answers) {
            int depth = depths.getOrDefault(answer.text("in_reply_to_id").orElse(""), 0) + 1;
            answer.text("id").ifPresent(id -> depths.put(id, depth));
            deepest = Math.max(deepest, depth);
        }
        return answers.size() >= MOST_WITHOUT_TOKEN || deepest >= DEEPEST_WITHOUT_TOKEN;
    }

    // shared

    /** What fails at one server does not fail what was asked of others. */
    private static <K, T> Map<K, Result<T>> separately(List<K> asked, Supplier<Map<K, Result<T>>> request) {
        try {
            return request.get();
        } catch (PlatformException e) {
            Map<K, Result<T>> failed = new LinkedHashMap<>();
            asked.forEach(item -> failed.put(item, Result.failed(e.problem())));
            return failed;
        }
    }

    /**
     * Reads several things by id at once where the server can.
     *
     * @return by id; empty where each has to be asked for alone
     */
    private Map<String, Fields> batch(MastodonServer server, List<String> ids, BatchRequest request) {
        if (ids.size() < 2 || !readsSeveralIds(server)) {
            return Map.of();
        }
        Map<String, Fields> found = new HashMap<>();
        try {
            for (Fields item : request.send(server, ids).items()) {
                item.text("id").ifPresent(id -> found.put(id, item));
            }
        } catch (PlatformException e) {
            return switch (e.problem().code()) {
                case GONE, CONTRACT_DRIFT -> {
                    // It claims a version that it does not keep.
                    readsSeveralIds.put(server.name(), false);
                    yield Map.of();
                }
                // One of the ids is to blame.
                case BAD_REQUEST -> Map.of();
                default -> throw e;
            };
        }
        return found;
    }

    private boolean readsSeveralIds(MastodonServer server) {
        Boolean known = readsSeveralIds.get(server.name());
        if (known != null) {
            return known;
        }
        try {
            boolean told = client.instance(server).readsSeveralIds();
            readsSeveralIds.put(server.name(), told);
            return told;
        } catch (PlatformException e) {
            return false;
        }
    }

    private List<Fields> shown(List<Fields> statuses) {
        return statuses.stream().filter(status -> !mapper.isHidden(status)).toList();
    }

    private MastodonServer requireServer(AccountRef account, String endpoint) {
        return MastodonName.of(account)
                .map(name -> server(account, name))
                .orElseThrow(() -> new PlatformException(noServer(endpoint)));
    }

    /** The server as the account's credential opens it; a token of another server is not sent to it. */
    private MastodonServer server(AccountRef account, MastodonName name) {
        String alias = account.credential();
        if (alias == null) {
            return new MastodonServer(name.server(), null);
        }
        Credential credential = credentials.require(alias);
        boolean isForThisServer =
                !credential.has(TOKEN_SERVER) || credential.part(TOKEN_SERVER).equalsIgnoreCase(name.server());
        return new MastodonServer(name.server(), isForThisServer ? alias : null);
    }

    private static <T> Page<T> page(
            String endpoint,
            List<Fields> found,
            Function<Fields, T> mapping,
            Function<Fields, String> subject,
            @Nullable String next) {
        List<T> items = new ArrayList<>();
        List<ItemProblem> problems = new ArrayList<>();
        for (Fields item : found) {
            try {
                items.add(mapping.apply(item));
            } catch (UnreadableItemException e) {
                problems.add(new ItemProblem(subject.apply(item), unreadable(endpoint, e)));
            }
        }
        return new Page<>(items, problems, next);
    }

    private static PlatformProblem unreadable(String endpoint, UnreadableItemException failure) {
        return PlatformProblem.of(ProblemCode.INCOMPLETE_RECORD, endpoint, "200 without " + failure.field());
    }

    private static PlatformProblem noServer(String endpoint) {
        return PlatformProblem.of(ProblemCode.BAD_REQUEST, endpoint, "no name of the form user@server");
    }

    /** A request for several things by id. */
    private interface BatchRequest {
        MastodonResponse send(MastodonServer server, List<String> ids);
    }
}
