package org.carebench.simulator.platform.x;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Discussion;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.World;

/**
 * Search: "conversation_id:1", "to:user", words, several of them joined by OR; operators that begin with a minus only take away
 * what is not there anyway. Recent search knows seven days.
 */
final class XSearch {

    private static final Set<String> KNOWN = Set.of(
            "query", "max_results", "next_token", "pagination_token", "start_time", "end_time", "since_id", "until_id");
    private static final Duration RECENT = Duration.ofDays(7);
    private static final int USUAL = 10;
    private static final int MOST_RECENT = 100;
    private static final int MOST_OF_ALL = 500;
    private static final int LONGEST_QUERY = 512;

    private final World world;
    private final XPosts posts;
    private final Spelling spelling;

    XSearch(World world, XPosts posts, Spelling spelling) {
        this.world = world;
        this.posts = posts;
        this.spelling = spelling;
    }

    Answer recent(Request request) {
        Instant earliest = request.time().minus(RECENT);
        XParameters parameters = new XParameters(request, spelling, KNOWN);
        if (parameters.time("start_time", request.at()).isBefore(earliest)) {
            throw XProblems.invalid(
                    "start_time",
                    request.query().first("start_time", ""),
                    "'start_time' must be on or after " + earliest);
        }
        return search(request, parameters, earliest, parameters.maxResults(USUAL, 10, MOST_RECENT));
    }

    Answer all(Request request) {
        XParameters parameters = new XParameters(request, spelling, KNOWN);
        return search(request, parameters, world.scenario().begin(), parameters.maxResults(USUAL, 10, MOST_OF_ALL));
    }

    /** A post that was found, whatever it is in the world. */
    private record Hit(
            String id, Instant createdAt, Optional<Interaction> interaction, Optional<Discussion> discussion) {}

    private Answer search(Request request, XParameters parameters, Instant earliest, int size) {
        String query = request.query().first("query", "");
        if (query.isBlank() || query.length() > LONGEST_QUERY) {
            throw XProblems.invalid(
                    "query", query, "The `query` query parameter must have 1 to " + LONGEST_QUERY + " characters");
        }
        Instant at = request.at();
        Map<String, Hit> hits = new LinkedHashMap<>();
        for (String alternative : query.split("\\s+OR\\s+|\\(|\\)", -1)) {
            if (!alternative.isBlank()) {
                hits(alternative, earliest, at).forEach(hit -> hits.put(hit.id(), hit));
            }
        }
        List<Hit> newestFirst = hits.values().stream()
                .filter(hit -> !hit.createdAt().isBefore(earliest))
                .filter(XPosts.within(request, parameters, Hit::id, Hit::createdAt))
                .sorted(Comparator.comparingLong((Hit hit) -> Long.parseLong(hit.id()))
                        .reversed())
                .toList();
        XPage<Hit> page = XPage.of(newestFirst, Hit::id, request, size);
        List<XPosts.Shown> shown = page.items().stream()
                .flatMap(hit -> hit
                        .interaction()
                        .map(interaction -> posts.shown(interaction, parameters, at))
                        .or(() -> hit.discussion().map(discussion -> posts.shown(discussion, parameters)))
                        .stream())
                .toList();
        return posts.answer(shown, page, Json.array(), parameters).about(List.of());
    }

    private List<Hit> hits(String alternative, Instant earliest, Instant at) {
        List<String> words = new ArrayList<>();
        String language = "";
        for (String term : alternative.strip().split("\\s+", -1)) {
            if (term.startsWith("conversation_id:")) {
                return ofInteractions(posts.conversation(term.substring("conversation_id:".length()), at));
            }
            if (term.startsWith("to:") || term.startsWith("@")) {
                String name = term.substring(term.startsWith("@") ? 1 : "to:".length());
                Optional<Account> account =
                        world.accountByHandle(Platform.X, name, at).filter(found -> XViews.isShown(found, at));
                return ofInteractions(
                        account.map(found -> posts.addressed(found, at)).orElse(List.of()));
            }
            if (term.startsWith("lang:")) {
                language = term.substring("lang:".length());
            } else if (!term.startsWith("-")) {
                words.add(term.replace("\"", ""));
            }
        }
        String wanted = language;
        return world.discussions(Platform.X, earliest, at.plusMillis(1), at).stream()
                .filter(discussion -> wanted.isEmpty() || wanted.equals(discussion.language()))
                .filter(discussion -> holds(discussion, words))
                .map(discussion ->
                        new Hit(discussion.id(), discussion.createdAt(), Optional.empty(), Optional.of(discussion)))
                .toList();
    }

    private static boolean holds(Discussion discussion, List<String> words) {
        String text = discussion.text().toLowerCase(Locale.ROOT);
        return words.stream().allMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)));
    }

    private static List<Hit> ofInteractions(List<Interaction> interactions) {
        return interactions.stream()
                .map(interaction ->
                        new Hit(interaction.id(), interaction.createdAt(), Optional.of(interaction), Optional.empty()))
                .toList();
    }
}
