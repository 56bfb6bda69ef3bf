package org.carebench.jobs.collect;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.Relation;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.CollectionState;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.contract.schema.Column;
import org.carebench.contract.schema.ColumnType;
import org.carebench.contract.schema.DatasetSchema;
import org.carebench.jobs.platform.AccountRef;
import org.carebench.jobs.platform.Budgets;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.Secret;
import org.carebench.jobs.platform.TestClients;
import org.carebench.jobs.source.Redactor;
import org.carebench.landing.LandingFiles;
import org.carebench.landing.ParquetRows;
import org.jspecify.annotations.Nullable;

/** Nights of one shard in a lake of the test, one after the other. */
final class Nights {

    private final Path lake;
    private final FakePlatform platform;
    private final Map<String, CollectionState.AccountState> states = new LinkedHashMap<>();
    private final List<RosterEntry> roster = new ArrayList<>();
    private int concurrency = 4;

    Nights(Path lake, FakePlatform platform) {
        this.lake = lake;
        this.platform = platform;
    }

    Nights account(String handle) {
        return account(handle, Relation.OTHER);
    }

    Nights account(String handle, Relation relation) {
        roster.add(new RosterEntry(
                new AccountRef(FakePlatform.NAME, handle, handle, null, relation, null, null),
                List.of(new RosterEntry.Owner("cms:" + handle, LinkEvidence.VERIFIED))));
        return this;
    }

    Nights concurrency(int requests) {
        concurrency = requests;
        return this;
    }

    /** What one night landed, and what it remembers. */
    record Night(Map<String, List<Map<String, @Nullable Object>>> landed, CollectionState state) {

        List<Map<String, @Nullable Object>> rows(String dataset) {
            return landed.getOrDefault(dataset, List.of());
        }

        Map<String, @Nullable Object> row(String dataset, String column, Object value) {
            return rows(dataset).stream()
                    .filter(row -> value.equals(row.get(column)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(
                            "no " + dataset + " with " + column + " " + value + " in " + rows(dataset)));
        }

        List<@Nullable Object> values(String dataset, String column) {
            return rows(dataset).stream().map(row -> row.get(column)).toList();
        }

        String coverage(String handle, DataFamily family) {
            return rows(DatasetSchema.of(AccountCoverage.class).name()).stream()
                    .filter(row -> ("cms:" + handle).equals(row.get("organization_id"))
                            && family.name().equals(row.get("family")))
                    .map(row -> row.get("state") + " " + row.get("reason"))
                    .findFirst()
                    .orElse("none");
        }
    }

    Night night(String businessDate) {
        return night(businessDate, PlatformSettings.defaults(URI.create("http://127.0.0.1")));
    }

    Night night(String businessDate, PlatformSettings settings) {
        LocalDate day = LocalDate.parse(businessDate);
        List<ShardPlan.PlannedAccount> accounts = roster.stream()
                .map(entry -> new ShardPlan.PlannedAccount(
                        entry,
                        states.getOrDefault(
                                entry.account().rosterKey(),
                                CollectionState.AccountState.unknown(
                                        entry.account().rosterKey(), null)),
                        EnumSet.allOf(DataFamily.class),
                        Map.of()))
                .toList();
        LakePaths paths = new LakePaths(lake);
        ReleaseId release = new ReleaseId(new BusinessDate(day), 1);
        Clock clock = Clock.fixed(day.plusDays(1).atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Budgets budgets =
                new Budgets(FakePlatform.NAME, settings, new TestClients.Ledger(), new TestClients.Ticker(), clock);
        platform.budgets = budgets;
        QuotaPlanner quota = new QuotaPlanner(platform, budgets);
        ShardPlan shard = quota.fit(new ShardPlan("fake-0", FakePlatform.NAME, accounts));
        try (LandingFiles files =
                        LandingFiles.open(paths, FakePlatform.NAME, "fake-0", release, CollectShard.DATASETS);
                Lane lane = new Lane(FakePlatform.NAME, concurrency)) {
            Lander lander = new Lander(
                    shard,
                    day,
                    1,
                    files,
                    new Redactor("US"),
                    new Pseudonyms(new Secret("a key of the test")),
                    platform.idsNameAuthors());
            ShardCollector collector = new ShardCollector(
                    shard, platform, settings, TestCollections.DEFAULTS, quota, lane, lander, new Calls(clock), day);
            CollectionState state = collector.collect();
            files.seal();
            state.accounts().forEach(account -> states.put(account.rosterKey(), account));
            return new Night(landed(paths, release), state);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, List<Map<String, @Nullable Object>>> landed(LakePaths paths, ReleaseId release)
            throws IOException {
        Map<String, List<Map<String, @Nullable Object>>> landed = new LinkedHashMap<>();
        for (Class<? extends Record> dataset : CollectShard.DATASETS) {
            DatasetSchema schema = DatasetSchema.of(dataset);
            landed.put(
                    schema.name(),
                    rows(paths.landingFile(schema.name(), FakePlatform.NAME, "fake-0", release), schema));
        }
        return landed;
    }

    private static List<Map<String, @Nullable Object>> rows(Path file, DatasetSchema schema) throws IOException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try (ParquetRows reader = ParquetRows.open(schema, file)) {
            while (reader.next()) {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                for (int i = 0; i < schema.columns().size(); i++) {
                    row.put(
                            schema.columnNames().get(i),
                            value(reader, schema.columns().get(i), i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static @Nullable Object value(ParquetRows reader, Column column, int index) {
        Object value = reader.value(index);
        return column.type() == ColumnType.TIMESTAMP && value instanceof Long micros
                ? Instant.EPOCH.plus(micros, ChronoUnit.MICROS)
                : value;
    }

    CollectionState.AccountState remembered(String handle) {
        return Objects.requireNonNull(states.get(handle));
    }
}
