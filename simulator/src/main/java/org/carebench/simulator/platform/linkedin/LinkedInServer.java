package org.carebench.simulator.platform.linkedin;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.carebench.contract.dataset.Relation;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Endpoint;
import org.carebench.simulator.http.Handler;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Limit;
import org.carebench.simulator.http.LimitState;
import org.carebench.simulator.http.PlatformServer;
import org.carebench.simulator.http.Refusal;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.carebench.simulator.http.Window;
import org.carebench.simulator.platform.thread.CommentThread;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.DailyInsight;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * LinkedIn. Any valid token belongs to a member who administers all owned organizations; with the alias {@value #RESTRICTED}
 * the member may not read comments and reactions. Of other organizations only the name is told.
 */
public final class LinkedInServer implements PlatformServer {

    /** Alias of a token without the permission to read comments and reactions. */
    static final String RESTRICTED = "restricted";

    private static final String PLATFORM = "linkedin";
    private static final String ORGANIZATION = "urn:li:organization:";
    private static final int MONTHS_ACTIVE = 12;
    private static final int MONTHS_OF_STATISTICS = 12;
    private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuuMM");
    private static final Limit DAY = new Limit("application day", 100_000, Window.day(ZoneOffset.UTC), 1);

    private final World world;
    private final Tokens tokens;
    private final LinkedInNodes nodes;

    public LinkedInServer(World world, Tokens tokens) {
        this.world = world;
        this.tokens = tokens;
        this.nodes = new LinkedInNodes(world);
    }

    @Override
    public String platform() {
        return PLATFORM;
    }

    @Override
    public List<Endpoint> endpoints() {
        return List.of(
                get("organizations/{id}", "rest/organizations/{id}", this::organization),
                get("organizations", "rest/organizations", this::organizationByName),
                get("organizationsLookup", "rest/organizationsLookup", this::lookup),
                get("organizationAcls", "rest/organizationAcls", this::acls),
                get("networkSizes", "rest/networkSizes/{urn}", this::networkSize),
                get("posts", "rest/posts", this::posts),
                get("posts/{urn}", "rest/posts/{urn}", this::post),
                get(
                        "organizationalEntityShareStatistics",
                        "rest/organizationalEntityShareStatistics",
                        this::shareStatistics),
                get(
                        "organizationalEntityFollowerStatistics",
                        "rest/organizationalEntityFollowerStatistics",
                        this::followerStatistics),
                get("socialMetadata", "rest/socialMetadata/{urn}", this::socialMetadata),
                get("comments", "rest/socialActions/{urn}/comments", this::comments));
    }

    private Endpoint get(String key, String path, Handler handler) {
        return Endpoint.get(key, path, request -> {
                    check(request);
                    return handler.answer(request);
                })
                .limited(DAY);
    }

    private void check(Request request) {
        String token = request.bearer();
        if (token == null) {
            throw LinkedInError.noToken().refusal();
        }
        switch (tokens.state(PLATFORM, token, request.time())) {
            case VALID -> {}
            case EXPIRED -> throw LinkedInError.expiredToken().refusal();
            case UNKNOWN -> throw LinkedInError.unknownToken().refusal();
        }
        String version = request.header("Linkedin-Version");
        if (version == null) {
            throw LinkedInError.noVersion().refusal();
        }
        if (!isActive(version, request.at())) {
            throw LinkedInError.inactive(version).refusal();
        }
        if (request.path().contains(":")) {
            throw LinkedInError.invalid("Syntax exception in path variables").refusal();
        }
    }

    /** Each version lives for a year; which ones are still to come is not known here, so those of a year ahead are taken. */
    private static boolean isActive(String version, Instant at) {
        try {
            YearMonth month = YearMonth.parse(version, VERSION);
            YearMonth now = YearMonth.from(at.atOffset(ZoneOffset.UTC));
            return month.isAfter(now.minusMonths(MONTHS_ACTIVE)) && month.isBefore(now.plusMonths(MONTHS_ACTIVE));
        } catch (DateTimeException e) {
            return false;
        }
    }

    @Override
    public Answer unknown(Request request) {
        return new LinkedInError(404, 0, "RESOURCE_NOT_FOUND", "No virtual resource found").answer();
    }

    @Override
    public Answer limited(Request request, LimitState exceeded) {
        return LinkedInError.tooMany().answer();
    }

    @Override
    public Answer failed(Request request) {
        return LinkedInError.failed().answer();
    }

    private Answer organization(Request request) {
        Account organization = administered(request.variable("id"), request);
        return Answer.ok(nodes.organization(organization, request.at())).about(organization.stableId());
    }

    /** An organization that the member administers. */
    private Account administered(String id, Request request) {
        Account organization = visible(id, request.at())
                .orElseThrow(() -> new Refusal(
                        LinkedInError.notFound(ORGANIZATION + id).answer().about(id)));
        if (organization.relation() != Relation.OWNED) {
            throw new Refusal(LinkedInError.denied(ORGANIZATION + id).answer().about(id));
        }
        return organization;
    }

    private Optional<Account> visible(String id, Instant at) {
        return world.account(Platform.LINKEDIN, id).filter(account -> account.isReadableAt(at));
    }

    private Account administeredUrn(@Nullable String urn, Request request) {
        if (urn == null || !urn.startsWith(ORGANIZATION)) {
            throw LinkedInError.invalid("An organization's URN is required").refusal();
        }
        return administered(urn.substring(ORGANIZATION.length()), request);
    }

    private Answer organizationByName(Request request) {
        String name = request.query().first("vanityName");
        if (!"vanityName".equals(request.query().first("q")) || name == null) {
            throw LinkedInError.invalid("Invalid query parameters passed to request: q")
                    .refusal();
        }
        List<Account> found = world.accountByHandle(Platform.LINKEDIN, name, request.at()).stream()
                .filter(account -> account.isReadableAt(request.at()))
                .toList();
        ArrayNode elements = Json.array();
        found.forEach(account -> elements.add(nodes.publicOrganization(account, request.at())));
        return Answer.ok(RestLi.page(request, found).json(request, elements)).about(ids(found));
    }

    private static List<String> ids(List<Account> accounts) {
        return accounts.stream().map(Account::stableId).toList();
    }

    private Answer lookup(Request request) {
        ObjectNode body = Json.object();
        ObjectNode results = body.putObject("results");
        ObjectNode statuses = body.putObject("statuses");
        ObjectNode errors = body.putObject("errors");
        List<String> ids = RestLi.list(request, "ids");
        for (String id : ids) {
            Optional<Account> account = visible(id, request.at());
            if (account.isPresent()) {
                results.set(id, nodes.publicOrganization(account.get(), request.at()));
                statuses.put(id, 200);
            } else {
                statuses.put(id, 404);
                errors.set(id, LinkedInError.notFound(ORGANIZATION + id).body());
            }
        }
        return Answer.ok(body).about(ids);
    }

    private Answer acls(Request request) {
        if (!"roleAssignee".equals(request.query().first("q"))) {
            throw LinkedInError.invalid("Invalid query parameters passed to request: q")
                    .refusal();
        }
        List<Account> administered = world.accounts(Platform.LINKEDIN).stream()
                .filter(account -> account.relation() == Relation.OWNED && account.isReadableAt(request.at()))
                .toList();
        RestLi.Page<Account> page = RestLi.page(request, administered);
        ArrayNode elements = Json.array();
        page.items()
                .forEach(account -> elements.addObject()
                        .put("roleAssignee", "urn:li:person:administrator")
                        .put("state", "APPROVED")
                        .put("role", "ADMINISTRATOR")
                        .put("organization", ORGANIZATION + account.stableId()));
        return Answer.ok(page.json(request, elements)).about(ids(page.items()));
    }

    private Answer networkSize(Request request) {
        Account organization = administeredUrn(request.variable("urn"), request);
        String edge = request.query().first("edgeType", "");
        if (!edge.equals("COMPANY_FOLLOWED_BY_MEMBER") && !edge.equals("CompanyFollowedByMember")) {
            throw LinkedInError.invalid("Invalid query parameters passed to request: edgeType")
                    .refusal();
        }
        return Answer.ok(Json.object()
                        .put(
                                "firstDegreeSize",
                                world.counters(organization, request.at()).followers()))
                .about(organization.stableId());
    }

    private Answer posts(Request request) {
        if (request.query().first("ids") != null) {
            return postsById(request);
        }
        if (!"author".equals(request.query().first("q"))) {
            throw LinkedInError.invalid("Invalid query parameters passed to request: q")
                    .refusal();
        }
        Account author = administeredUrn(request.query().first("author"), request);
        Comparator<Post> order = "CREATED".equals(request.query().first("sortBy"))
                ? Comparator.comparing(Post::createdAt)
                : Comparator.comparing(post -> LinkedInNodes.modifiedAt(post, request.at()));
        List<Post> posts = world.posts(author, request.at()).stream()
                .sorted(order.reversed())
                .toList();
        RestLi.Page<Post> page = RestLi.page(request, posts);
        ArrayNode elements = Json.array();
        page.items().forEach(post -> elements.add(nodes.post(post, request.at())));
        return Answer.ok(page.json(request, elements))
                .about(author.stableId())
                .serving(page.items().stream().map(Post::id).toList());
    }

    private Answer postsById(Request request) {
        ObjectNode body = Json.object();
        ObjectNode results = body.putObject("results");
        ObjectNode statuses = body.putObject("statuses");
        ObjectNode errors = body.putObject("errors");
        List<String> served = new ArrayList<>();
        for (String urn : RestLi.list(request, "ids")) {
            Optional<Post> post = readable(urn, request.at());
            if (post.isPresent()) {
                results.set(urn, nodes.post(post.get(), request.at()));
                statuses.put(urn, 200);
                served.add(post.get().id());
            } else {
                statuses.put(urn, 404);
                errors.set(urn, LinkedInError.notFound(urn).body());
            }
        }
        return Answer.ok(body).serving(served);
    }

    private Answer post(Request request) {
        Post post = requirePost(request.variable("urn"), request);
        return Answer.ok(nodes.post(post, request.at()))
                .about(post.account().stableId())
                .serving(List.of(post.id()));
    }

    /** A post of an owned organization; it goes by the URN of its share, or of the activity of the same number. */
    private Optional<Post> readable(String urn, Instant at) {
        return world.post(Platform.LINKEDIN, urn.replace("urn:li:activity:", "urn:li:share:"), at)
                .filter(post ->
                        post.account().isReadableAt(at) && post.account().relation() == Relation.OWNED);
    }

    private Post requirePost(String urn, Request request) {
        return readable(urn, request.at())
                .orElseThrow(() -> LinkedInError.notFound(urn).refusal());
    }

    private Answer shareStatistics(Request request) {
        Account organization = statisticsOf(request);
        String intervals = request.query().first("timeIntervals");
        List<String> shares = new ArrayList<>(RestLi.list(request, "shares"));
        shares.addAll(RestLi.list(request, "ugcPosts"));
        if (!shares.isEmpty()) {
            return statisticsOfShares(organization, shares, request);
        }
        ArrayNode elements = Json.array();
        if (intervals == null) {
            elements.add(nodes.shareStatistics(organization, insights(organization, year(request), request)));
        } else {
            insights(organization, days(intervals, request), request).forEach(day -> {
                ObjectNode element = nodes.shareStatistics(organization, List.of(day));
                LinkedInNodes.putRange(element, day);
                elements.add(element);
            });
        }
        return Answer.ok(RestLi.whole(elements)).about(organization.stableId());
    }

    private Account statisticsOf(Request request) {
        if (!"organizationalEntity".equals(request.query().first("q"))) {
            throw LinkedInError.invalid("Invalid query parameters passed to request: q")
                    .refusal();
        }
        return administeredUrn(request.query().first("organizationalEntity"), request);
    }

    private Answer statisticsOfShares(Account organization, List<String> shares, Request request) {
        ArrayNode elements = Json.array();
        List<String> served = new ArrayList<>();
        Instant oldest = year(request).begin();
        for (String urn : shares) {
            readable(urn, request.at())
                    .filter(post -> post.account().stableId().equals(organization.stableId()))
                    .filter(post -> !post.createdAt().isBefore(oldest))
                    .ifPresent(post -> {
                        elements.add(nodes.shareStatistics(post, request.at()));
                        served.add(post.id());
                    });
        }
        return Answer.ok(RestLi.whole(elements)).about(organization.stableId()).serving(served);
    }

    private Answer followerStatistics(Request request) {
        Account organization = statisticsOf(request);
        String intervals = request.query().first("timeIntervals");
        if (intervals == null) {
            throw LinkedInError.invalid("Invalid query parameters passed to request: timeIntervals")
                    .refusal();
        }
        ArrayNode elements = Json.array();
        insights(organization, days(intervals, request), request)
                .forEach(day -> elements.add(nodes.followerStatistics(organization, day)));
        return Answer.ok(RestLi.whole(elements)).about(organization.stableId());
    }

    /** Days in UTC; the end is not part of them. */
    private record Days(LocalDate first, LocalDate end) {

        Instant begin() {
            return first.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }

    private static Days year(Request request) {
        LocalDate today = day(request.at());
        return new Days(today.minusMonths(MONTHS_OF_STATISTICS), today);
    }

    /** The days of a half-open range, as far as they lie within the last twelve months. */
    private static Days days(String intervals, Request request) {
        Days year = year(request);
        LocalDate first = day(Instant.ofEpochMilli(RestLi.milliseconds(intervals, "start")));
        LocalDate end = day(Instant.ofEpochMilli(RestLi.milliseconds(intervals, "end")));
        return new Days(
                first.isBefore(year.first()) ? year.first() : first, end.isAfter(year.end()) ? year.end() : end);
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private List<DailyInsight> insights(Account organization, Days days, Request request) {
        return world.insights(organization, days.first(), days.end(), request.at());
    }

    private Answer socialMetadata(Request request) {
        requireFeed(request);
        Post post = requirePost(request.variable("urn"), request);
        CommentThread thread = new CommentThread(post, world.comments(post, request.at()));
        return Answer.ok(nodes.socialMetadata(post, thread, request))
                .about(post.account().stableId())
                .serving(List.of(post.id()));
    }

    private static void requireFeed(Request request) {
        String token = request.bearer();
        if (token != null && token.endsWith("-token-" + RESTRICTED)) {
            throw LinkedInError.denied("partnerApiSocialActions.GET_ALL").refusal();
        }
    }

    /** Comments on a post, or the replies to one of them where the path names that. */
    private Answer comments(Request request) {
        requireFeed(request);
        String urn = request.variable("urn");
        Optional<Interaction> comment = urn.startsWith("urn:li:comment:")
                ? world.interaction(Platform.LINKEDIN, urn.replace("urn:li:activity:", "urn:li:share:"), request.at())
                : Optional.empty();
        Post post = requirePost(comment.map(Interaction::postId).orElse(urn), request);
        CommentThread thread = new CommentThread(post, world.comments(post, request.at()));
        List<Interaction> all = comment.isPresent() ? thread.replies(comment.get()) : thread.comments();
        RestLi.Page<Interaction> page = RestLi.page(request, all);
        ArrayNode elements = Json.array();
        page.items().forEach(item -> elements.add(nodes.comment(item, thread)));
        return Answer.ok(page.json(request, elements))
                .about(post.account().stableId())
                .serving(page.items().stream().map(Interaction::id).toList());
    }
}
