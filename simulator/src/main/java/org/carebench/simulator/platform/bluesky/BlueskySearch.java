package org.carebench.simulator.platform.bluesky;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.carebench.contract.dataset.InteractionKind;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Json;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Discussion;
import org.carebench.simulator.world.Interaction;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.World;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Search: posts that name an account, or that hold words. Names in the text do not count, only real mentions do. */
final class BlueskySearch {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final World world;
    private final BlueskyViews views;

    BlueskySearch(World world, BlueskyViews views) {
        this.world = world;
        this.views = views;
    }

    Answer searchPosts(Request request) {
        XrpcParameters parameters = new XrpcParameters("app.bsky.feed.searchPosts", request);
        Instant at = request.at();
        Predicate<String> text = words(parameters.required("q"));
        String language = request.query().first("lang", "");
        String mentioned = parameters.optionalIdentifier("mentions");
        Instant since = parameters.time("since", world.scenario().begin());
        Instant until = parameters.time("until", at.plusMillis(1));
        int limit = parameters.limit();
        String cursor = request.query().first("cursor");
        ObjectNode body = Json.object();
        ArrayNode posts = body.putArray("posts");
        if (mentioned != null) {
            Account account = views.actor(mentioned, at);
            List<Interaction> mentions = account == null
                    ? List.of()
                    : world.mentions(account, since, until, at).stream()
                            .filter(mention -> mention.kind() == InteractionKind.MENTION)
                            .filter(mention -> text.test(mention.text()))
                            .filter(mention -> language.isEmpty() || language.equals(mention.language()))
                            .toList();
            Cursor.Page<Interaction> page =
                    Cursor.page(mentions, Interaction::createdAt, Interaction::id, cursor, limit);
            page.items().forEach(mention -> posts.add(views.interaction(mention, at)));
            Answer answer = finish(body, page)
                    .serving(page.items().stream().map(Interaction::id).toList());
            return account == null ? answer : answer.about(account.stableId());
        }
        List<Discussion> found = world.discussions(Platform.BLUESKY, since, until, at).stream()
                .filter(discussion -> text.test(discussion.text()))
                .filter(discussion -> language.isEmpty() || language.equals(discussion.language()))
                .toList();
        Cursor.Page<Discussion> page = Cursor.page(found, Discussion::createdAt, Discussion::id, cursor, limit);
        page.items().forEach(discussion -> posts.add(views.discussion(discussion)));
        return finish(body, page)
                .serving(page.items().stream().map(Discussion::id).toList());
    }

    private static Answer finish(ObjectNode body, Cursor.Page<?> page) {
        if (page.cursor() != null) {
            body.put("cursor", page.cursor());
        }
        return Answer.ok(body);
    }

    /** Every word must be there; a star is any text. */
    private static Predicate<String> words(String query) {
        List<String> words = BLANKS.splitAsStream(query.toLowerCase(Locale.ROOT).strip())
                .map(word -> word.replace("\"", ""))
                .filter(word -> !word.isEmpty() && !word.equals("*"))
                .toList();
        return text -> {
            String lower = text.toLowerCase(Locale.ROOT);
            return words.stream().allMatch(lower::contains);
        };
    }
}
