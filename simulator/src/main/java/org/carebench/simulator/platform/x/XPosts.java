package org.carebench.simulator.platform.x;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.carebench.contract.dataset.AccountStatus;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.contract.dataset.PostKind;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Discussion;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Person;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.Post;
import org.carebench.simulator.world.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts: by id, of a user, that name a user, that quote a post, and by search. */
final class XPosts {

    private static final int NEWEST_OF_A_USER = 3_200;
    private static final int NEWEST_WITHOUT_REPLIES = 800;
    private static final int NEWEST_MENTIONS = 800;
    private static final int USUAL = 10;
    private static final int MOST = 100;
    private static final Set<String> WINDOW =
            Set.of("max_results", "pagination_token", "start_time", "end_time", "since_id", "until_id", "exclude");

    private final World world;
    private final XViews views;
    private final Spelling spelling;
    private final AtomicLong read = new AtomicLong();

    XPosts(World world, XViews views, Spelling spelling) {
        this.world = world;
        this.views = views;
        this.spelling = spelling;
    }

    /** Posts that were read so far, which is what costs money. */
    long read() {
        return read.get();
    }

    /**
     * One post to show.
     *
     * @param view its fields
     * @param author who wrote it
     */
    record Shown(String id, ObjectNode view, XViews.Author author) {}

    Answer byIds(Request request) {
        XParameters parameters = new XParameters(request, spelling, Set.of("ids"));
        List<Shown> found = new ArrayList<>();
        ArrayNode errors = Json.array();
        for (String id : parameters.ids("ids")) {
            Optional<Shown> shown = find(id, parameters, request.at());
            shown.ifPresentOrElse(found::add, () -> errors.add(XProblems.resourceNotFound("tweet", "ids", id)));
        }
        return answer(found, null, errors, parameters);
    }

    Answer byId(Request request) {
        XParameters parameters = new XParameters(request, spelling, Set.of());
        String id = request.variable("id");
        Optional<Shown> shown = find(id, parameters, request.at());
        ObjectNode body = Json.object();
        if (shown.isEmpty()) {
            body.putArray("errors").add(XProblems.resourceNotFound("tweet", "id", id));
            return Answer.ok(body);
        }
        read.incrementAndGet();
        body.set("data", shown.get().view());
        addAuthors(body, List.of(shown.get()), parameters);
        return Answer.ok(body).about(shown.get().author().id()).serving(List.of(id));
    }

    private Optional<Shown> find(String id, XParameters parameters, Instant at) {
        return world.post(Platform.X, id, at)
                .filter(post -> post.account().isReadableAt(at))
                .map(post -> shown(post, parameters, at))
                .or(() -> world.interaction(Platform.X, id, at)
                        .filter(interaction -> !interaction.isByOwner()
                                || interaction.account().isReadableAt(at))
                        .map(interaction -> shown(interaction, parameters, at)))
                .or(() -> world.discussion(Platform.X, id, at).map(discussion -> shown(discussion, parameters)));
    }

    private Shown shown(Post post, XParameters parameters, Instant at) {
        return new Shown(
                post.id(),
                views.post(post, parameters.postFields(), parameters.spelling(), at),
                views.author(post.account(), parameters.userFields(), parameters.spelling(), at));
    }

    Shown shown(Interaction interaction, XParameters parameters, Instant at) {
        Person person = interaction.author();
        // What an owner answered is a post, with the counters of one.
        Optional<Shown> own = person == null
                ? world.post(Platform.X, interaction.id(), at).map(post -> shown(post, parameters, at))
                : Optional.empty();
        return own.orElseGet(() -> new Shown(
                interaction.id(),
                views.interaction(
                        interaction, answers(interaction, at), parameters.postFields(), parameters.spelling(), at),
                person == null
                        ? views.author(interaction.account(), parameters.userFields(), parameters.spelling(), at)
                        : XViews.author(person, parameters.userFields())));
    }

    Shown shown(Discussion discussion, XParameters parameters) {
        return new Shown(
                discussion.id(),
                XViews.discussion(discussion, parameters.postFields(), parameters.spelling()),
                XViews.author(discussion.author(), parameters.userFields()));
    }

    private long answers(Interaction interaction, Instant at) {
        String postId = interaction.postId();
        List<Interaction> around = postId == null
                ? world.mentions(interaction.account(), interaction.createdAt(), at, at)
                : world.post(Platform.X, postId, at)
                        .map(post -> world.comments(post, at))
                        .orElse(List.of());
        return around.stream()
                .filter(answer -> interaction.id().equals(answer.parentId()))
                .count();
    }

    /** The newest posts of a user, never more than some thousands; what is excluded is missing from its page. */
    Answer ofUser(Request request) {
        XParameters parameters = new XParameters(request, spelling, WINDOW);
        int size = parameters.maxResults(USUAL, 5, MOST);
        List<String> exclude = request.query().list("exclude");
        Predicate<Post> window = within(request, parameters, Post::id, Post::createdAt);
        Instant at = request.at();
        String id = request.variable("id");
        Optional<Account> account = shownAccount(id, at);
        Optional<Answer> refused = refused(id, account, at);
        if (refused.isPresent()) {
            return refused.get();
        }
        int ceiling = exclude.contains("replies") ? NEWEST_WITHOUT_REPLIES : NEWEST_OF_A_USER;
        List<Post> newestFirst = world.posts(account.orElseThrow(), at).stream()
                .sorted(Comparator.comparingLong((Post post) -> Long.parseLong(post.id()))
                        .reversed())
                .limit(ceiling)
                .filter(window)
                .toList();
        XPage<Post> page = XPage.of(newestFirst, Post::id, request, size);
        List<Shown> shown = page.items().stream()
                .filter(post -> !(exclude.contains("replies") && post.kind() == PostKind.REPLY))
                .filter(post -> !(exclude.contains("retweets") && post.kind() == PostKind.REPOST))
                .map(post -> shown(post, parameters, at))
                .toList();
        return answer(shown, page, Json.array(), parameters).about(id);
    }

    private Optional<Account> shownAccount(String id, Instant at) {
        return world.account(Platform.X, id).filter(account -> XViews.isShown(account, at));
    }

    /** The answer where a user's posts cannot be read; it is no error of the request. */
    private static Optional<Answer> refused(String id, Optional<Account> account, Instant at) {
        if (account.isPresent() && account.get().statusAt(at) != AccountStatus.PRIVATE) {
            return Optional.empty();
        }
        ObjectNode body = Json.object();
        body.putArray("errors")
                .add(
                        account.isEmpty()
                                ? XProblems.resourceNotFound("user", "id", id)
                                : XProblems.notAuthorized("id", id));
        return Optional.of(Answer.ok(body).about(id));
    }

    /** What names a user: mentions, and what answers its posts. */
    Answer mentions(Request request) {
        XParameters parameters = new XParameters(request, spelling, WINDOW);
        int size = parameters.maxResults(USUAL, 5, MOST);
        Predicate<Interaction> window = within(request, parameters, Interaction::id, Interaction::createdAt);
        Instant at = request.at();
        String id = request.variable("id");
        Optional<Account> account = shownAccount(id, at);
        Optional<Answer> refused = refused(id, account, at);
        if (refused.isPresent()) {
            return refused.get();
        }
        List<Interaction> newestFirst = newestFirst(addressed(account.orElseThrow(), at)).stream()
                .limit(NEWEST_MENTIONS)
                .filter(window)
                .toList();
        return answer(XPage.of(newestFirst, Interaction::id, request, size), parameters, at)
                .about(id);
    }

    /** Everything that others wrote to an account, quotes aside. */
    List<Interaction> addressed(Account account, Instant at) {
        List<Interaction> all =
                new ArrayList<>(world.mentions(account, world.scenario().begin(), at, at));
        for (Post post : world.posts(account, at)) {
            if (post.kind() == PostKind.ORIGINAL || post.kind() == PostKind.QUOTE) {
                all.addAll(world.comments(post, at));
            }
        }
        all.removeIf(Interaction::isByOwner);
        return all;
    }

    Answer quotes(Request request) {
        XParameters parameters =
                new XParameters(request, spelling, Set.of("max_results", "pagination_token", "exclude"));
        int size = parameters.maxResults(USUAL, 10, MOST);
        Instant at = request.at();
        String id = request.variable("id");
        Optional<Post> post =
                world.post(Platform.X, id, at).filter(found -> found.account().isReadableAt(at));
        if (post.isEmpty()) {
            ObjectNode body = Json.object();
            body.putArray("errors").add(XProblems.resourceNotFound("tweet", "id", id));
            return Answer.ok(body);
        }
        List<Interaction> quotes = newestFirst(world.quotes(post.get(), at));
        return answer(XPage.of(quotes, Interaction::id, request, size), parameters, at)
                .about(post.get().account().stableId());
    }

    /** Everything below a post, or below a post that names an account; empty where the id is no first post. */
    List<Interaction> conversation(String id, Instant at) {
        Optional<Post> post =
                world.post(Platform.X, id, at).filter(found -> found.account().isReadableAt(at));
        List<Interaction> all = post.isPresent()
                ? world.comments(post.get(), at)
                : world.interaction(Platform.X, id, at)
                        .filter(first -> first.kind() == InteractionKind.MENTION)
                        .map(first -> world.mentions(first.account(), first.createdAt(), at, at))
                        .orElse(List.of());
        return all.stream()
                .filter(interaction -> id.equals(interaction.conversationId()))
                .toList();
    }

    static List<Interaction> newestFirst(List<Interaction> interactions) {
        return interactions.stream()
                .sorted(Comparator.comparingLong((Interaction interaction) -> Long.parseLong(interaction.id()))
                        .reversed())
                .toList();
    }

    /** Time and id bounds of a request; ids are excluded themselves, times are from and before. */
    static <T> Predicate<T> within(
            Request request, XParameters parameters, Function<T, String> id, Function<T, Instant> time) {
        Instant start = parameters.time("start_time", Instant.MIN);
        Instant end = parameters.time("end_time", Instant.MAX);
        long since = number(request, "since_id", Long.MIN_VALUE);
        long until = number(request, "until_id", Long.MAX_VALUE);
        return item -> !time.apply(item).isBefore(start)
                && time.apply(item).isBefore(end)
                && Long.parseLong(id.apply(item)) > since
                && Long.parseLong(id.apply(item)) < until;
    }

    private static long number(Request request, String name, long otherwise) {
        String value = request.query().first(name);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw XProblems.invalid(
                    name, value, "The `" + name + "` query parameter value [" + value + "] is not valid");
        }
    }

    Answer answer(XPage<Interaction> page, XParameters parameters, Instant at) {
        List<Shown> shown = page.items().stream()
                .map(interaction -> shown(interaction, parameters, at))
                .toList();
        return answer(shown, page, Json.array(), parameters);
    }

    Answer answer(List<Shown> shown, @Nullable XPage<?> page, ArrayNode errors, XParameters parameters) {
        read.addAndGet(shown.size());
        List<String> ids = shown.stream().map(Shown::id).toList();
        ObjectNode body = Json.object();
        if (!shown.isEmpty()) {
            ArrayNode data = body.putArray("data");
            shown.forEach(post -> data.add(post.view()));
            addAuthors(body, shown, parameters);
        }
        if (!errors.isEmpty()) {
            body.set("errors", errors);
        }
        if (page != null) {
            body.set("meta", page.meta(ids));
        }
        return Answer.ok(body)
                .about(shown.stream().map(post -> post.author().id()).distinct().toList())
                .serving(ids);
    }

    private static void addAuthors(ObjectNode body, List<Shown> shown, XParameters parameters) {
        if (parameters.expandsAuthors()) {
            Map<String, ObjectNode> users = new LinkedHashMap<>();
            shown.forEach(post -> users.put(post.author().id(), post.author().user()));
            ArrayNode array = body.putObject("includes").putArray("users");
            users.values().forEach(array::add);
        }
    }
}
