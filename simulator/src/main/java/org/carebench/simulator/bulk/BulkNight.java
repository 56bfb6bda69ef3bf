package org.carebench.simulator.bulk;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.carebench.contract.dataset.AccountCoverage;
import org.carebench.contract.dataset.AccountInsight;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.AccountSnapshot;
import org.carebench.contract.dataset.PostSnapshot;
import org.carebench.contract.dataset.Problem;
import org.carebench.contract.lake.CollectionState;
import org.carebench.contract.lake.CollectionState.AccountState;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.SourceRead;
import org.carebench.landing.Checksum;
import org.carebench.landing.JsonFile;
import org.carebench.landing.LandingFiles;
import org.carebench.simulator.world.Account;
import org.carebench.simulator.world.Platform;
import org.carebench.simulator.world.World;

/** Lands a stretch of days of the whole world as one night, shard by shard, and seals it. */
final class BulkNight {

    private static final List<Class<? extends Record>> DATASETS = List.of(
            AccountLink.class,
            AccountSnapshot.class,
            PostSnapshot.class,
            org.carebench.contract.dataset.Interaction.class,
            org.carebench.contract.dataset.Review.class,
            AccountInsight.class,
            AccountCoverage.class,
            Problem.class);
    private static final String STATE = "collection_state";
    private static final String FORMAT = "live";

    private final World world;
    private final Stretch stretch;
    private final LakePaths paths;
    private final String pseudonymKey;
    private final PrintWriter out;
    private final AtomicLong landedRows = new AtomicLong();
    private final long started;

    BulkNight(World world, Stretch stretch, Path lake, String pseudonymKey, PrintWriter out) {
        this.world = world;
        this.stretch = stretch;
        this.paths = new LakePaths(lake);
        this.pseudonymKey = pseudonymKey;
        this.out = out;
        this.started = System.nanoTime();
    }

    private record Shard(Platform platform, String id, List<Account> accounts) {}

    private record Landed(SourceRead source, List<LandingManifest> files) {}

    /** Lands everything and writes the manifest of the night; returns the rows that landed. */
    long land(int accountsPerShard, int threads) throws IOException, InterruptedException {
        List<Shard> shards = shards(accountsPerShard);
        List<SourceRead> sources = new ArrayList<>();
        List<LandingManifest> files = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Landed>> landing = shards.stream()
                    .map(shard -> workers.submit(() -> land(shard)))
                    .toList();
            for (Future<Landed> one : landing) {
                Landed landed = one.get();
                sources.add(landed.source());
                files.addAll(landed.files());
            }
        } catch (ExecutionException e) {
            throw new IOException("Cannot land the bulk night: " + e.getCause(), e);
        } finally {
            workers.shutdownNow();
        }
        JsonFile.write(
                paths.nightManifest(stretch.release()),
                new NightManifest(
                        stretch.release().toString(),
                        Checksum.ofText(world.scenario() + " " + stretch),
                        sources,
                        List.of(),
                        files,
                        List.of()));
        return landedRows.get();
    }

    private List<Shard> shards(int accountsPerShard) {
        List<Shard> shards = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            List<Account> listed = world.accounts(platform).stream()
                    .filter(account -> account.existsAt(stretch.rosterAt()))
                    .filter(account -> !account.organizationIds().isEmpty())
                    .toList();
            for (int from = 0; from < listed.size(); from += accountsPerShard) {
                List<Account> some = listed.subList(from, Math.min(listed.size(), from + accountsPerShard));
                shards.add(new Shard(platform, platform.key() + "-" + from / accountsPerShard, some));
            }
        }
        return shards;
    }

    private Landed land(Shard shard) throws IOException {
        String platform = shard.platform().key();
        long readings = 0;
        List<AccountState> states = new ArrayList<>();
        try (LandingFiles files = LandingFiles.open(paths, platform, shard.id(), stretch.release(), DATASETS)) {
            AccountRows rows = new AccountRows(world, stretch, shard.id(), files, new Pseudonyms(pseudonymKey));
            for (Account account : shard.accounts()) {
                states.add(rows.land(account));
                readings += rows.readings();
            }
            files.seal();
        }
        Path state = paths.collectionState(platform, shard.id(), stretch.release());
        JsonFile.write(state, new CollectionState(platform, states));
        List<LandingManifest> landed = manifests(shard, state);
        SourceRead source = new SourceRead(
                shard.id(),
                platform,
                FORMAT,
                platform + " API",
                checksum(landed),
                stretch.release().businessDate().toString(),
                readings,
                readings,
                0);
        say(shard, readings);
        return new Landed(source, landed);
    }

    private List<LandingManifest> manifests(Shard shard, Path state) throws IOException {
        String platform = shard.platform().key();
        List<LandingManifest> landed = new ArrayList<>();
        landed.addAll(LandingFiles.sealed(paths, platform, shard.id(), stretch.release(), DATASETS));
        landed.add(new LandingManifest(
                STATE,
                platform,
                shard.id(),
                stretch.release().toString(),
                paths.root().relativize(state).toString().replace('\\', '/'),
                shard.accounts().size(),
                Checksum.ofFile(state)));
        return landed;
    }

    private static String checksum(List<LandingManifest> files) {
        StringBuilder checksums = new StringBuilder();
        files.forEach(file -> checksums.append(file.sha256()));
        return Checksum.ofText(checksums.toString());
    }

    private void say(Shard shard, long readings) {
        long rows = landedRows.addAndGet(readings);
        double seconds = Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0;
        out.println(String.format(
                Locale.ROOT,
                "  %-14s %,d accounts, %,d rows; in all %,d rows in %.1f s, %,.0f rows/s",
                shard.id(),
                shard.accounts().size(),
                readings,
                rows,
                seconds,
                rows / Math.max(0.001, seconds)));
        out.flush();
    }
}
