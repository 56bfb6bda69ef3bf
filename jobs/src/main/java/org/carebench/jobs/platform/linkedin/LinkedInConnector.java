package org.carebench.jobs.platform.linkedin;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.contract.schema.MeasureState;
import org.carebench.jobs.platform.AccountReading;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.ApiResponse;
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

/** Reads pages of LinkedIn whose administrator granted access. */
final class LinkedInConnector implements Connector {

    static final String PLATFORM = "linkedin";

    /** Statistics reach back twelve months; the day that is just being cut off is not asked for. */
    private static final Period STATISTICS_REACH = Period.ofMonths(12).minusDays(1);

    /** What one organization is refused for; it says nothing about the next. */
    private static final Set<ProblemCode> REFUSALS =
            Set.of(ProblemCode.GONE, ProblemCode.RENAMED_OR_GONE, ProblemCode.PERMISSION, ProblemCode.BAD_REQUEST);

    private static final CapabilityMatrix CAPABILITIES = capabilities(CapabilityMatrix.matrix());

    private final LinkedInClient client;

    LinkedInConnector(LinkedInClient client) {
        this.client = client;
    }

    private static CapabilityMatrix capabilities(CapabilityMatrix.Builder matrix) {
        for (DataFamily family : DataFamily.values()) {
            matrix.other(family, Capability.none("LinkedIn shows only name, logo and website of other organizations"));
        }
        return matrix.owned(DataFamily.ACCOUNT, Capability.full())
                .owned(DataFamily.POSTS, Capability.full())
                .owned(DataFamily.POST_REFRESH, Capability.none("counters are read again with the listing of posts"))
                .owned(
                        DataFamily.INTERACTIONS,
                        Capability.partial("without texts, which LinkedIn's terms do not allow to keep"))
                .owned(DataFamily.MENTIONS, Capability.none("LinkedIn lists no mentions"))
                .owned(DataFamily.REVIEWS, Capability.none("LinkedIn has no reviews"))
                .owned(DataFamily.INSIGHTS, Capability.partial("only the last 12 months"))
                .build();
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
        return 1;
    }

    @Override
    public int postsPerRefresh(AccountRef account) {
        return 1;
    }

    @Override
    public long estimatedCost(DataFamily family, int items) {
        return 0;
    }

    /** One by one: where a list of organizations is asked for, one withdrawn role makes LinkedIn refuse them all. */
    @Override
    public Map<AccountRef, Result<AccountReading>> accounts(List<AccountRef> accounts) {
        Map<AccountRef, Result<AccountReading>> results = new LinkedHashMap<>();
        for (AccountRef account : accounts) {
            try {
                results.put(account, account(account));
            } catch (PlatformException e) {
                if (!REFUSALS.contains(e.problem().code())) {
                    throw e;
                }
                results.put(account, Result.failed(e.problem()));
            }
        }
        return results;
    }

    @Override
    public Page<PostReading> posts(AccountRef account, Window window, Cursor cursor) {
        String organizationId = Urn.organizationId(account.identifier());
        PagePosition position = PagePosition.of(cursor.position());
        LinkedInResponse response = client.posts(organizationId, position, account.credential());
        List<Fields> posts =
                response.elements().stream().filter(LinkedInMapper::isPublished).toList();
        List<String> urns = posts.stream()
                .filter(post -> !LinkedInMapper.isRepost(post))
                .flatMap(post -> post.text("id").stream())
                .toList();
        PostStatistics statistics = PostStatistics.of(client, organizationId, urns, account.credential());
        ItemsRead<PostReading> read = ItemsRead.of(
                response.answer(),
                posts,
                "id",
                post -> LinkedInMapper.post(
                        post, statistics.counters(post.text("id").orElse(""))));
        List<ItemProblem> problems = new ArrayList<>(read.problems());
        problems.addAll(statistics.problems());
        return new Page<>(read.items(), problems, text(response.next(position)));
    }

    @Override
    public Map<PostRef, Result<PostReading>> refresh(List<PostRef> posts) {
        return Map.of();
    }

    @Override
    public Page<InteractionReading> interactions(PostRef post, Window window, Cursor cursor) {
        PagePosition position = PagePosition.of(cursor.position());
        LinkedInResponse response =
                client.comments(post.postId(), position, post.account().credential());
        ItemsRead<InteractionReading> comments = read(response, post);
        List<InteractionReading> items = new ArrayList<>(comments.items());
        List<ItemProblem> problems = new ArrayList<>(comments.problems());
        for (Fields comment : response.elements()) {
            boolean hasReplies = comment.at("commentsSummary")
                            .count("aggregatedTotalComments")
                            .orElse(0L)
                    > 0;
            if (hasReplies && comment.isAbsent("parentComment")) {
                readReplies(comment, post, items, problems);
            }
        }
        return new Page<>(items, problems, text(response.next(position)));
    }

    @Override
    public Page<InteractionReading> mentions(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }

    @Override
    public Page<ReviewReading> reviews(AccountRef account, Window window, Cursor cursor) {
        return Page.empty();
    }

    @Override
    public Page<InsightReading> insights(AccountRef account, Window window, Cursor cursor) {
        Instant end = window.until().truncatedTo(ChronoUnit.DAYS);
        Instant earliest = end.atZone(ZoneOffset.UTC).minus(STATISTICS_REACH).toInstant();
        Instant from = window.from();
        Instant start = from == null || from.isBefore(earliest) ? earliest : from.truncatedTo(ChronoUnit.DAYS);
        if (!start.isBefore(end)) {
            return Page.empty();
        }
        InsightPosition position = InsightPosition.of(cursor);
        LinkedInResponse response = client.dailyStatistics(
                position.statistics().resource(),
                Urn.organizationId(account.identifier()),
                start,
                end,
                position.page(),
                account.credential());
        return new Page<>(
                position.statistics().read(response),
                position.statistics().retired(response),
                position.after(response.next(position.page())));
    }

    private Result<AccountReading> account(AccountRef account) {
        String id = organizationId(account);
        ApiResponse organization = client.organization(id, account.credential());
        Fields network;
        MeasureState whyNoFollowers;
        try {
            network = client.followers(id, account.credential()).body();
            whyNoFollowers = MeasureState.UNREADABLE;
        } catch (PlatformException e) {
            if (e.problem().code() != ProblemCode.PERMISSION) {
                throw e;
            }
            network = Fields.of(null);
            whyNoFollowers = MeasureState.NOT_PERMITTED;
        }
        Fields followers = network;
        MeasureState why = whyNoFollowers;
        return ItemsRead.one(
                organization, organization.body(), body -> LinkedInMapper.account(body, account, followers, why));
    }

    private String organizationId(AccountRef account) {
        if (Urn.isOrganization(account.identifier())) {
            return Urn.organizationId(account.identifier());
        }
        LinkedInResponse found = client.organizationsNamed(account.handle().strip(), account.credential());
        return found.elements().stream()
                .flatMap(organization -> organization.text("id").stream())
                .findFirst()
                .orElseThrow(() -> new PlatformException(PlatformProblem.of(
                        ProblemCode.RENAMED_OR_GONE,
                        found.answer().endpoint(),
                        found.answer().status() + " without organization")));
    }

    private void readReplies(Fields comment, PostRef post, List<InteractionReading> items, List<ItemProblem> problems) {
        String urn = comment.text("$URN").or(() -> comment.text("commentUrn")).orElse("");
        if (urn.isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        PagePosition position = PagePosition.START;
        try {
            while (position != null) {
                LinkedInResponse response =
                        client.comments(urn, position, post.account().credential());
                ItemsRead<InteractionReading> replies = read(response, post);
                items.addAll(replies.items());
                problems.addAll(replies.problems());
                boolean hasNew = replies.items().stream()
                        .map(reply -> seen.add(String.valueOf(reply.interactionId())))
                        .reduce(false, Boolean::logicalOr);
                position = hasNew ? response.next(position) : null;
            }
        } catch (PlatformException e) {
            if (!REFUSALS.contains(e.problem().code())) {
                throw e;
            }
            problems.add(new ItemProblem(Urn.commentId(urn), e.problem()));
        }
    }

    private static ItemsRead<InteractionReading> read(LinkedInResponse response, PostRef post) {
        String owner = Urn.organization(Urn.organizationId(post.account().identifier()));
        return ItemsRead.of(
                response.answer(),
                response.elements(),
                "id",
                comment -> LinkedInMapper.comment(comment, post.postId(), owner));
    }

    private static @Nullable String text(@Nullable PagePosition position) {
        return position == null ? null : position.text();
    }
}
