package org.carebench.e2e;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Nights over the simulator that several tests look at or go on from. Nobody may change them: use a copy. */
final class LiveNights {

    static final String FIRST = "2026-06-27";
    static final String SECOND = "2026-06-28";
    static final String THIRD = "2026-06-29";

    static final Path PROFILE =
            Path.of("src", "test", "resources", "live", "profile.yaml").toAbsolutePath();

    /** By alias. The refresh token is the one that Google's owners gave; every other one stands as it is. */
    static final String PSEUDONYM_KEY = "key of the tests for pseudonyms";

    private static final Map<String, String> SECRETS = Map.of(
            "pseudonym-key", PSEUDONYM_KEY,
            "sim-mastodon", "sim-mastodon-token",
            "sim-youtube", "sim-youtube-key",
            "sim-instagram", "sim-instagram-token",
            "sim-facebook", "sim-facebook-token",
            "sim-x", "sim-x-token",
            "sim-linkedin", "sim-linkedin-token",
            "sim-tiktok", "sim-tiktok-token",
            "sim-google", "sim-google-places-key",
            "sim-google-business",
                    "{\"refresh_token\": \"sim-google-business-refresh\", \"client_id\": \"tests\","
                            + " \"client_secret\": \"secret of the tests\"}");

    /** What the simulator takes as the password of every account of Bluesky that is owned. */
    private static final String BLUESKY_PASSWORD = "sim-bluesky-password";

    private static final Map<String, Once<Path>> WORLDS = new ConcurrentHashMap<>();
    private static final Once<Path> INPUT = new Once<>(LiveNights::makeInput);
    private static final Once<Finished> PLAIN = new Once<>(LiveNights::runPlain);
    private static final Once<Finished> FAULTY =
            new Once<>(() -> firstWith("faulty", PROFILE.resolveSibling("faults.yaml")));

    private LiveNights() {}

    /**
     * A home in which nights were run.
     *
     * @param said one outcome per night
     * @param log every request that the simulator answered
     */
    record Finished(Home home, List<Outcome> said, Path log) {

        Home copy(String name) {
            return home.copy(name);
        }
    }

    /** Three nights in a row, in which nothing goes wrong but what goes wrong in the world. */
    static Finished plain() {
        return PLAIN.get();
    }

    /** The first night alone, with every kind of fault. */
    static Finished faulty() {
        return FAULTY.get();
    }

    /** The first night alone, with the faults of a profile of the simulator. */
    static Finished firstWith(String name, Path faults) {
        Home home = Home.create(name);
        Path log = home.folder().resolveSibling(name + "_requests.jsonl");
        try (Simulator simulator = Simulator.start(log, "--faults", faults.toString())) {
            Outcome said =
                    call(home, simulator, PROFILE, "extract", FIRST).run().succeeded();
            simulator.losses(losses(log));
            return new Finished(home, List.of(said), log);
        }
    }

    /** Where the accounts are written down that the simulator with this log failed for good. */
    static Path losses(Path log) {
        return log.resolveSibling(log.getFileName() + ".losses.json");
    }

    /** When a night looks: at two o'clock of the next morning. */
    static Instant observedAt(String date) {
        return LocalDate.parse(date).plusDays(1).atTime(LocalTime.of(2, 0)).toInstant(ZoneOffset.UTC);
    }

    /** The world's files and its truth at the time of a night. */
    static Path world(String date) {
        return WORLDS.computeIfAbsent(date, key -> new Once<>(() -> Simulator.world("world_" + date, observedAt(date))))
                .get();
    }

    /** A command of the program for a night over a simulator. */
    static Call call(Home home, Simulator simulator, Path profile, String command, String date) {
        simulator.setNow(observedAt(date));
        return home.call(command, "--business-date", date)
                .with("--config", profile.toString(), "--input", INPUT.get().toString())
                .withEnvironment("SIMULATOR_URL", simulator.url())
                .withEnvironment("SIMULATOR_SECRETS", secrets().toString());
    }

    /** Registry, directory and roster, as the world gives them. */
    static Path input() {
        return INPUT.get();
    }

    static Path secrets() {
        return INPUT.get().resolve("secrets");
    }

    /** Every text that only the program and a platform may know. */
    static List<String> secretTexts() {
        List<String> texts =
                new ArrayList<>(List.of(BLUESKY_PASSWORD, "sim-google-business-refresh", "secret of the tests"));
        SECRETS.values().stream().filter(secret -> !secret.startsWith("{")).forEach(texts::add);
        return texts;
    }

    private static Finished runPlain() {
        Home home = Home.create("live");
        Path log = home.folder().resolveSibling("live_requests.jsonl");
        try (Simulator simulator = Simulator.start(log, "--no-limits")) {
            List<Outcome> said = List.of(FIRST, SECOND, THIRD).stream()
                    .map(date -> call(home, simulator, PROFILE, "extract", date)
                            .run()
                            .succeeded())
                    .toList();
            return new Finished(home, said, log);
        }
    }

    /** The files of the world with the aliases of credentials in the roster, and the credentials. */
    private static Path makeInput() {
        Path input = Home.emptyFolder("live_input");
        new Folder(world(FIRST)).copyTo(input.resolveSibling("live_input"));
        Path secrets = input.resolve("secrets");
        Rows roster = Rows.ofFiles("""
                select r.* replace (
                    case
                        when r.relation = 'OWNED' and r.platform = 'google' then 'sim-google-business'
                        when r.relation = 'OWNED' and r.platform = 'bluesky' then 'bluesky-' || a.stable_id[9:]
                    end as credential)
                from read_csv('%1$s/roster.csv', all_varchar = true) r
                left join read_csv('%1$s/truth/accounts.csv', all_varchar = true) a
                    on a.platform = r.platform and a.organization_ids = r.organization_id""".formatted(input));
        try {
            write(roster, input.resolve("roster.csv"));
            Files.createDirectories(secrets);
            for (Map.Entry<String, String> secret : SECRETS.entrySet()) {
                Files.writeString(secrets.resolve(secret.getKey()), secret.getValue() + "\n");
            }
            for (Row account :
                    roster.where(row -> row.has("platform", "bluesky")).list()) {
                String alias = account.get("credential");
                if (!alias.isEmpty()) {
                    Files.writeString(
                            secrets.resolve(alias),
                            "{\"identifier\": \"did:plc:" + alias.substring("bluesky-".length())
                                    + "\", \"password\": \"" + BLUESKY_PASSWORD + "\"}\n");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return input;
    }

    private static void write(Rows rows, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(rows.list().get(0).values().keySet());
            rows.list().forEach(row -> csv.writeRecord(row.values().values()));
        }
    }
}
