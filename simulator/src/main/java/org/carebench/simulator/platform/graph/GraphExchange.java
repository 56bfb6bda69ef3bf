package org.carebench.simulator.platform.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.carebench.simulator.http.Answer;
import org.carebench.simulator.http.Refusal;
import org.carebench.simulator.http.Request;
import org.carebench.simulator.http.Tokens;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A request and what its answer turned out to be about and to serve, for the request log. Belongs to one thread. */
public final class GraphExchange {

    private final GraphRequest request;
    private final List<String> served = new ArrayList<>();
    private @Nullable String subject;

    /**
     * Checks token, version and fields of a request.
     *
     * @throws Refusal where they do not hold
     */
    public GraphExchange(Request request, Tokens tokens, String platform) {
        this.request = GraphRequest.of(request, tokens, platform);
    }

    public GraphRequest request() {
        return request;
    }

    public Instant at() {
        return request.at();
    }

    public List<GraphField> fields() {
        return request.fields();
    }

    public @Nullable String parameter(String name) {
        return request.request().query().first(name);
    }

    /**
     * The metrics that the request asks for.
     *
     * @throws Refusal where it asks for none
     */
    public List<String> metrics() {
        String metrics = parameter("metric");
        if (metrics == null || metrics.isBlank()) {
            throw refusal(GraphError.parameter("The parameter metric is required"));
        }
        return List.of(metrics.split("\\s*,\\s*", -1));
    }

    /** Notes the account that the request is about. */
    public void about(String account) {
        subject = account;
    }

    /** Notes an item that the answer holds. */
    public void serve(String item) {
        served.add(item);
    }

    /** The answer with a body. */
    public Answer ok(ObjectNode body) {
        return noted(Answer.ok(body));
    }

    /** An error, about the account that was noted. */
    public Refusal refusal(GraphError error) {
        served.clear();
        return new Refusal(noted(error.answer()));
    }

    private Answer noted(Answer answer) {
        Answer serving = answer.serving(served);
        return subject == null ? serving : serving.about(subject);
    }

    /** A page of the list that the path names, with the address of the next one where there is one. */
    public <T> ObjectNode linked(GraphPage<T> page, Function<T, ObjectNode> render) {
        ObjectNode json = page.json(render);
        if (!page.isLast() && json.get("paging") instanceof ObjectNode paging) {
            paging.put("next", request.address("after", page.after()));
        }
        return json;
    }
}
