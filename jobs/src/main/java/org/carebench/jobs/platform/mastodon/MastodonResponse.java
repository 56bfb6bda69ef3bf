package org.carebench.jobs.platform.mastodon;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Fields;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is read of an answer of a Mastodon server. */
record MastodonResponse(ApiResponse response) {

    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;\\s*rel=\"?next\"?");
    private static final Pattern MAX_ID = Pattern.compile("[?&]max_id=([^&#]+)");

    Fields body() {
        return response.body();
    }

    /**
     * The items of an answer that is a list.
     *
     * @throws PlatformException CONTRACT_DRIFT where it is none
     */
    List<Fields> items() {
        return elements(body().node(), "list");
    }

    /**
     * The items of a list within the answer.
     *
     * @throws PlatformException CONTRACT_DRIFT where there is none
     */
    List<Fields> items(String field) {
        return elements(body().node().path(field), field);
    }

    /**
     * The id below which the next page begins; NULL at the end. The server's link tells it, but the link itself is not
     * followed: it may name an address under which the server is not reached from here.
     */
    @Nullable String nextMaxId() {
        List<String> links = response.headers().allValues("Link");
        if (!links.isEmpty()) {
            return links.stream()
                    .flatMap(link -> NEXT.matcher(link).results())
                    .map(next -> MAX_ID.matcher(next.group(1)))
                    .filter(Matcher::find)
                    .map(maxId -> URLDecoder.decode(maxId.group(1), StandardCharsets.UTF_8))
                    .findFirst()
                    .orElse(null);
        }
        List<Fields> items = items();
        return items.isEmpty() ? null : items.get(items.size() - 1).optionalText("id");
    }

    /** Whether the server reads several accounts or statuses by id at once, which Mastodon does from 4.3 on. */
    boolean readsSeveralIds() {
        if (body().at("api_versions").count("mastodon").isPresent()) {
            return true;
        }
        Optional<Matcher> version = body().text("version")
                .map(Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(\\D.*)?")::matcher)
                .filter(Matcher::matches);
        return version.map(found -> Integer.parseInt(found.group(1)) * 1_000 + Integer.parseInt(found.group(2)))
                .filter(number -> number >= 4_003)
                .isPresent();
    }

    private List<Fields> elements(JsonNode node, String name) {
        if (!node.isArray()) {
            throw new PlatformException(
                    PlatformProblem.of(ProblemCode.CONTRACT_DRIFT, response.endpoint(), "200 without " + name));
        }
        List<Fields> elements = new ArrayList<>();
        node.forEach(element -> elements.add(Fields.of(element)));
        return elements;
    }
}
