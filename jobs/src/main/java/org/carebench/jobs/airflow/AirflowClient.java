package org.carebench.jobs.airflow;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.airflow.AirflowApi.Asset;
import org.carebench.jobs.airflow.AirflowApi.DagRun;
import org.carebench.jobs.airflow.AirflowApi.Health;
import org.carebench.jobs.airflow.AirflowApi.NewAssetEvent;
import org.carebench.jobs.airflow.AirflowApi.NewBackfill;
import org.carebench.jobs.airflow.AirflowApi.TriggerRun;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Airflow. What may be asked twice without harm is repeated where no answer came; nothing else is. */
public final class AirflowClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int MOST_CHARACTERS = 500;

    private final AirflowApi api;
    private final URI address;
    private final ZoneId timeZone;

    /** Half a minute in all. */
    private final Retry whenBusyAgain = Retry.of(
            "airflow",
            RetryConfig.custom()
                    .maxAttempts(7)
                    .intervalFunction(IntervalFunction.ofExponentialBackoff(500, 2))
                    .retryOnException(e -> e instanceof AirflowException busy
                            && busy.status() == HttpStatus.SERVICE_UNAVAILABLE.value())
                    .build());

    /**
     * A client that logs in when it first asks.
     *
     * @param timeZone zone in which the business dates of the DAGs begin and end
     */
    public AirflowClient(URI address, String username, String password, ZoneId timeZone, Clock clock) {
        this.address = address;
        this.timeZone = timeZone;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(ANSWER);
        RestClient.Builder builder = RestClient.builder()
                .baseUrl(address.toString().replaceAll("/+$", ""))
                .requestFactory(requests)
                .defaultStatusHandler(status -> status.isError(), (request, response) -> {
                    throw refusal(request, response);
                });
        AirflowTokens tokens =
                new AirflowTokens(builder.clone().build(), new AirflowTokens.Login(username, password), clock);
        RestClient client = builder.clone()
                .requestInterceptor((request, body, execution) -> authorized(tokens, request, body, execution))
                .build();
        this.api = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(AirflowApi.class);
    }

    /**
     * A run of a DAG for a business date.
     *
     * @param isNew whether it was started just now; otherwise it was known already, and has not failed
     */
    public record NightRun(String id, boolean isNew) {}

    /**
     * Starts a run of a DAG for a business date. Ids are counted by date and mode, so that a repetition is answered by the run
     * that waits, runs or has succeeded; only after a failed one there is another. What is to be computed again is so again
     * each time that the run before it is over.
     */
    public NightRun trigger(String dag, BusinessDate businessDate, boolean isRerun) {
        String mode = isRerun ? "RERUN" : "ENSURE";
        Map<String, String> conf = new TreeMap<>(Map.of("business_date", businessDate.toString(), "mode", mode));
        String name = "carebench__" + businessDate + "__" + mode.toLowerCase(Locale.ROOT) + "__";
        for (int number = 1; ; number++) {
            TriggerRun run = new TriggerRun(name + number, null, conf, null);
            try {
                return new NightRun(repeated(() -> api.trigger(dag, run)).id(), true);
            } catch (AirflowException e) {
                if (e.status() != HttpStatus.CONFLICT.value()) {
                    throw e;
                }
            }
            DagRun known = repeated(() -> api.run(dag, run.id()));
            if (!known.state().isOver() || (known.state() == AirflowApi.State.SUCCESS && !isRerun)) {
                return new NightRun(known.id(), false);
            }
        }
    }

    /**
     * Has a DAG run for every business date of a stretch, one after the other. Airflow refuses a second backfill while the first
     * is not over, so that a request to which it was too busy can be repeated.
     *
     * @param isRerun whether nights that are complete are computed again, as their next revisions
     * @return Airflow's id of the backfill
     */
    public long backfill(String dag, BusinessDate from, BusinessDate to, boolean isRerun) {
        NewBackfill backfill = new NewBackfill(
                dag,
                from.day().atStartOfDay(timeZone).toOffsetDateTime().toString(),
                to.day()
                        .plusDays(1)
                        .atStartOfDay(timeZone)
                        .minusSeconds(1)
                        .toOffsetDateTime()
                        .toString(),
                false,
                isRerun ? Map.of("mode", "RERUN") : Map.of(),
                isRerun ? "completed" : "failed",
                1);
        return whenBusyAgain.executeSupplier(
                () -> asked(() -> api.backfill(backfill)).id());
    }

    /**
     * Says that an asset has changed. Airflow takes every call for a change of its own.
     *
     * @throws AirflowException where Airflow does not know the asset
     */
    public void publish(String assetUri, Map<String, Object> extra) {
        long id = repeated(() -> api.assets(assetUri)).assets().stream()
                .filter(asset -> asset.uri().equals(assetUri))
                .findFirst()
                .map(Asset::id)
                .orElseThrow(() -> new AirflowException(
                        "Cannot tell Airflow of " + assetUri + ": no active DAG has it. Unpause a DAG that uses it.",
                        HttpStatus.NOT_FOUND.value(),
                        null));
        var unused = asked(() -> api.publish(new NewAssetEvent(id, extra)));
    }

    /** The parts of Airflow that are not healthy, by name; none where all are. */
    public List<String> unhealthyParts() {
        Health health = repeated(api::health);
        return Stream.of(
                        Map.entry("metadatabase", status(health.metadatabase())),
                        Map.entry("scheduler", status(health.scheduler())),
                        Map.entry("triggerer", status(health.triggerer())),
                        Map.entry("dag_processor", status(health.dagProcessor())))
                .filter(part -> !part.getValue().equals("healthy"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String status(AirflowApi.@Nullable Part part) {
        return part == null || part.status() == null ? "absent" : part.status();
    }

    /** Asks again, once, where no answer came. */
    private <T> T repeated(java.util.function.Supplier<T> request) {
        try {
            return request.get();
        } catch (ResourceAccessException e) {
            return asked(request);
        }
    }

    private <T> T asked(java.util.function.Supplier<T> request) {
        try {
            return request.get();
        } catch (ResourceAccessException e) {
            throw new AirflowException(
                    "Cannot reach Airflow at " + address + ": " + e.getMessage() + ". Check carebench.airflow.url.",
                    0,
                    e);
        }
    }

    /** A token may have been revoked: one that is refused is fetched again, once. */
    private static ClientHttpResponse authorized(
            AirflowTokens tokens, HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        String token = tokens.current();
        request.getHeaders().setBearerAuth(token);
        ClientHttpResponse response = execution.execute(request, body);
        if (response.getStatusCode().value() != HttpStatus.UNAUTHORIZED.value()) {
            return response;
        }
        response.close();
        tokens.forget(token);
        request.getHeaders().set(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.current());
        return execution.execute(request, body);
    }

    /** What Airflow says of a refusal comes in three shapes: a sentence, an object with a reason, a list of findings. */
    private static AirflowException refusal(HttpRequest request, ClientHttpResponse response) throws IOException {
        String body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = response.getStatusCode().value();
        return new AirflowException(
                "Airflow answers " + status + " to " + request.getMethod() + " "
                        + request.getURI().getPath() + ": " + detail(body) + ".",
                status,
                null);
    }

    private static String detail(String body) {
        try {
            JsonNode detail = JsonMapper.shared().readTree(body).path("detail");
            String text = detail.isString()
                    ? detail.stringValue()
                    : detail.isObject() ? detail.path("reason").asString("") : detail.toString();
            return text.substring(0, Math.min(text.length(), MOST_CHARACTERS)).replaceAll("\\.+$", "");
        } catch (JacksonException e) {
            return "no explanation";
        }
    }
}
