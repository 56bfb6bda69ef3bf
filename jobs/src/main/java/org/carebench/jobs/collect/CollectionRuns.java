package org.carebench.jobs.collect;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.platform.ConnectorFactory;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.SpendLedger;
import org.springframework.stereotype.Component;

/** The collections that run in this process, by job execution. */
@Component
class CollectionRuns {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final CarebenchProperties properties;
    private final Map<String, ConnectorFactory> factories;
    private final SpendLedger ledger;
    private final Credentials credentials;
    private final Map<Long, CollectionRun> runs = new ConcurrentHashMap<>();

    CollectionRuns(
            CarebenchProperties properties,
            List<ConnectorFactory> factories,
            SpendLedger ledger,
            Credentials credentials) {
        this.properties = properties;
        this.factories = factories.stream().collect(Collectors.toMap(ConnectorFactory::platform, Function.identity()));
        this.ledger = ledger;
        this.credentials = credentials;
    }

    /**
     * Begins a collection.
     *
     * @throws org.carebench.jobs.platform.MissingCredentialException where the key of the pseudonyms is missing
     */
    CollectionRun begin(long executionId, List<ShardPlan> shards, Clock clock) {
        if (!shards.isEmpty()) {
            credentials.require(CollectionJobConfiguration.PSEUDONYM_KEY);
        }
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        CollectionRun run = new CollectionRun(shards, properties, factories, credentials, ledger, http, clock);
        runs.put(executionId, run);
        return run;
    }

    CollectionRun of(long executionId) {
        return Objects.requireNonNull(runs.get(executionId), "the collection was not begun");
    }

    /** Ends the threads of a collection. */
    void end(long executionId) {
        CollectionRun run = runs.remove(executionId);
        if (run != null) {
            run.close();
        }
    }
}
