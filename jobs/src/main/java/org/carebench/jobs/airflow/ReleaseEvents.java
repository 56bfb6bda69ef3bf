package org.carebench.jobs.airflow;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.config.CarebenchProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells Airflow of published releases, where one is configured. What is to be told is written in the transaction that publishes,
 * and sent after it, until it arrives. It may arrive twice where the answer to the first time got lost.
 */
@Component
public class ReleaseEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseEvents.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CarebenchProperties.Airflow settings;
    private final Clock clock;
    private final Supplier<@Nullable AirflowClient> airflow;

    ReleaseEvents(JdbcClient jdbc, TransactionTemplate transaction, CarebenchProperties properties, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.settings = properties.airflow();
        this.clock = clock;
        this.airflow = () -> settings.client(clock);
    }

    /** Remembers, in the caller's transaction, that Airflow is to be told; does nothing where there is none. */
    public void add(ReleaseId release) {
        if (airflow.get() != null) {
            jdbc.sql(
                            "insert into runs.release_event (release_id, asset, created_at) values (?, ?, ?) on conflict do nothing")
                    .params(
                            release.toString(),
                            settings.asset(),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Tells Airflow what it has not been told. What cannot be told now is told later, and stops nothing. */
    public void send() {
        AirflowClient client = airflow.get();
        if (client == null) {
            return;
        }
        List<String> due = jdbc.sql(
                        "select release_id from runs.release_event where sent_at is null order by created_at")
                .query(String.class)
                .list();
        due.forEach(release -> transaction.executeWithoutResult(status -> send(client, release)));
    }

    private void send(AirflowClient client, String release) {
        List<String> assets = jdbc.sql("select asset from runs.release_event where release_id = ? and sent_at is null"
                        + " for update skip locked")
                .param(release)
                .query(String.class)
                .list();
        for (String asset : assets) {
            String failure = publish(client, asset, release);
            jdbc.sql("update runs.release_event set failure = :failure, sent_at = :sent"
                            + " where release_id = :release and asset = :asset")
                    .param("failure", failure, Types.VARCHAR)
                    .param(
                            "sent",
                            failure == null ? clock.instant().atOffset(ZoneOffset.UTC) : null,
                            Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("release", release)
                    .param("asset", asset)
                    .update();
        }
    }

    private static @Nullable String publish(AirflowClient client, String asset, String release) {
        try {
            client.publish(
                    asset,
                    Map.of(
                            "release",
                            release,
                            "business_date",
                            ReleaseId.parse(release).businessDate().toString(),
                            "new_data",
                            true));
            return null;
        } catch (RuntimeException e) {
            LOG.warn("Cannot tell Airflow of release {}: {}", release, e.getMessage());
            return String.valueOf(e.getMessage());
        }
    }
}
