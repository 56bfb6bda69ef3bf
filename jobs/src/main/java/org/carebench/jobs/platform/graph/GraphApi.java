package org.carebench.jobs.platform.graph;

import java.util.function.Supplier;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.ApiRequest;
import org.carebench.jobs.platform.ApiResponse;
import org.carebench.jobs.platform.Cursor;
import org.carebench.jobs.platform.PlatformException;
import org.carebench.jobs.platform.PlatformProblem;

/** Asks the Graph API. */
public final class GraphApi {

    private static final String AFTER = "after";

    private final ApiClient client;
    private final GraphProperties properties;

    public GraphApi(ApiClient client, GraphProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    public ApiResponse get(GraphQuery query) {
        return client.send(
                ApiRequest.get(query.endpoint(), query.uri(properties)).withCredential(query.credential()));
    }

    /** Asks for a page of an edge. */
    public GraphPage page(GraphQuery query, Cursor cursor) {
        String position = cursor.position();
        return GraphPage.of(resumed(cursor, () -> get(position == null ? query : query.with(AFTER, position))));
    }

    /** Tells a position that the platform does not take any more from a request that is wrong. */
    public static ApiResponse resumed(Cursor cursor, Supplier<ApiResponse> request) {
        try {
            return request.get();
        } catch (PlatformException e) {
            if (cursor.position() != null && e.problem().code() == ProblemCode.BAD_REQUEST) {
                throw new PlatformException(
                        PlatformProblem.of(
                                ProblemCode.CONTRACT_DRIFT, e.problem().endpoint(), "cursor refused"),
                        e);
            }
            throw e;
        }
    }
}
