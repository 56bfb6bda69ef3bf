package org.carebench.jobs.airflow;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The few resources of Airflow's REST API (version 2, Airflow 3) that Carebench uses. Members that it adds are passed over. */
@HttpExchange(url = "/api/v2", accept = "application/json")
interface AirflowApi {

    @PostExchange(url = "/dags/{dag}/dagRuns", contentType = "application/json")
    DagRun trigger(@PathVariable("dag") String dag, @RequestBody TriggerRun run);

    @GetExchange("/dags/{dag}/dagRuns/{run}")
    DagRun run(@PathVariable("dag") String dag, @PathVariable("run") String run);

    @PostExchange(url = "/backfills", contentType = "application/json")
    Backfill backfill(@RequestBody NewBackfill backfill);

    @GetExchange("/assets")
    Assets assets(@RequestParam("uri_pattern") String uri);

    @PostExchange(url = "/assets/events", contentType = "application/json")
    AssetEvent publish(@RequestBody NewAssetEvent event);

    @GetExchange("/monitor/health")
    Health health();

    /**
     * A run to start. Airflow wants the logical date on the wire even where it is null.
     *
     * @param id chosen before the request, so that a repetition is recognised
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TriggerRun(
            @JsonProperty("dag_run_id") String id,
            @JsonProperty("logical_date") @Nullable OffsetDateTime logicalDate,
            @JsonProperty("conf") Map<String, String> conf,
            @JsonProperty("note") @Nullable String note) {}

    /** A run of a DAG. */
    record DagRun(
            @JsonProperty("dag_run_id") String id,
            @JsonProperty("state") State state) {}

    /** How a run stands. */
    enum State {
        QUEUED,
        RUNNING,
        SUCCESS,
        FAILED,
        /** A state that a newer Airflow has. */
        UNKNOWN;

        boolean isOver() {
            return this == SUCCESS || this == FAILED;
        }

        @JsonCreator
        static State of(String name) {
            for (State state : values()) {
                if (state.name().equals(name.toUpperCase(Locale.ROOT))) {
                    return state;
                }
            }
            return UNKNOWN;
        }
    }

    /** Runs to make up for. */
    record NewBackfill(
            @JsonProperty("dag_id") String dag,
            @JsonProperty("from_date") String from,
            @JsonProperty("to_date") String to,
            @JsonProperty("run_backwards") boolean runBackwards,
            @JsonProperty("dag_run_conf") Map<String, String> conf,
            @JsonProperty("reprocess_behavior") String reprocessBehavior,
            @JsonProperty("max_active_runs") int maxActiveRuns) {}

    /** A backfill that was accepted. */
    record Backfill(@JsonProperty("id") long id) {}

    /** Assets that fit a pattern. */
    record Assets(@JsonProperty("assets") List<Asset> assets) {}

    /** An asset. */
    record Asset(
            @JsonProperty("id") long id,
            @JsonProperty("uri") String uri) {}

    /** Says that an asset has changed. */
    record NewAssetEvent(
            @JsonProperty("asset_id") long assetId,
            @JsonProperty("extra") Map<String, Object> extra) {}

    /** A change of an asset. */
    record AssetEvent(@JsonProperty("id") long id) {}

    /** How the parts of Airflow are; the status code alone does not say it. */
    record Health(
            @JsonProperty("metadatabase") @Nullable Part metadatabase,
            @JsonProperty("scheduler") @Nullable Part scheduler,
            @JsonProperty("triggerer") @Nullable Part triggerer,
            @JsonProperty("dag_processor") @Nullable Part dagProcessor) {}

    /** A part of Airflow. */
    record Part(@JsonProperty("status") @Nullable String status) {}
}
