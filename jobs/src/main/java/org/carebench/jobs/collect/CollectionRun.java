package org.carebench.jobs.collect;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.ApiClient;
import org.carebench.jobs.platform.Budget;
import org.carebench.jobs.platform.Budgets;
import org.carebench.jobs.platform.Connector;
import org.carebench.jobs.platform.ConnectorFactory;
import org.carebench.jobs.platform.Credentials;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.SpendLedger;

/** What the shards of one run share: connectors, threads and budgets, one of each per platform. */
final class CollectionRun implements AutoCloseable {

    /** A platform while it is read. */
    record Platform(
            Connector connector, PlatformSettings settings, Lane lane, QuotaPlanner quota, List<ApiClient> clients) {

        /** Requests that went out so far. */
        long requests() {
            return clients.stream().mapToLong(ApiClient::sent).sum();
        }
    }

    private final Map<String, Platform> platforms = new LinkedHashMap<>();
    private final List<ShardPlan> shards = new ArrayList<>();
    private final Clock clock;

    CollectionRun(
            List<ShardPlan> planned,
            CarebenchProperties properties,
            Map<String, ConnectorFactory> factories,
            Credentials credentials,
            SpendLedger ledger,
            HttpClient http,
            Clock clock) {
        this.clock = clock;
        for (String name : planned.stream().map(ShardPlan::platform).distinct().toList()) {
            PlatformSettings settings =
                    Objects.requireNonNull(properties.platforms().get(name));
            ConnectorFactory factory = factories.get(name);
            if (factory == null) {
                throw new ConfigurationException("Cannot read platform " + name + ": the platforms are "
                        + factories.keySet().stream().sorted().toList());
            }
            platforms.put(name, platform(name, settings, factory, credentials, ledger, http, clock));
        }
        planned.stream()
                .map(shard -> platform(shard.platform()).quota().fit(shard))
                .forEach(shards::add);
    }

    Platform platform(String name) {
        return Objects.requireNonNull(platforms.get(name), () -> "no platform " + name);
    }

    List<ShardPlan> shards() {
        return shards;
    }

    Clock clock() {
        return clock;
    }

    Map<String, Platform> platforms() {
        return platforms;
    }

    /** What the quotas have room for, one sentence per platform that has a quota. */
    List<String> quotaPlans() {
        List<String> plans = new ArrayList<>();
        platforms.forEach((name, platform) -> {
            PlatformSettings.Quota quota = platform.settings().quota();
            if (quota != null) {
                plans.add(String.format(
                        "%s: planned %,d of %,d units of the %s; %,d accounts wait for what is left",
                        name,
                        platform.quota().planned(),
                        quota.units(),
                        quota.period(),
                        platform.quota().postponedAccounts()));
            }
        });
        return plans;
    }

    @Override
    public void close() {
        platforms.values().forEach(platform -> platform.lane().close());
    }

    private static Platform platform(
            String name,
            PlatformSettings settings,
            ConnectorFactory factory,
            Credentials credentials,
            SpendLedger ledger,
            HttpClient http,
            Clock clock) {
        Budgets budgets = new Budgets(name, settings, ledger, Budget.Ticker.system(), clock);
        List<ApiClient> clients = new ArrayList<>();
        Connector connector = factory.connector(settings, credentials, (rules, authorizer) -> {
            ApiClient client = new ApiClient(http, settings, rules, authorizer, budgets, Budget.Ticker.system(), clock);
            clients.add(client);
            return client;
        });
        return new Platform(
                connector,
                settings,
                new Lane(name, settings.concurrency()),
                new QuotaPlanner(connector, budgets),
                clients);
    }
}
