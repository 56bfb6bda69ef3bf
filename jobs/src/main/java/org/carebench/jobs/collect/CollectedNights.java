package org.carebench.jobs.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.CollectionState;
import org.carebench.contract.lake.LakePaths;
import org.carebench.contract.lake.LandingManifest;
import org.carebench.contract.lake.NightManifest;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.landing.JsonFile;
import org.springframework.stereotype.Component;

/** The nights that the lake holds, as far as collections go on from them. */
@Component
public class CollectedNights {

    static final String STATE = "collection_state";

    private static final String DATE_FOLDER = "business_date=";
    private static final String RUN_FILE = "run=";

    private final LakePaths paths;

    CollectedNights(LakePaths paths) {
        this.paths = paths;
    }

    /** The newest sealed revision of the newest business date before the given one; empty where there is none. */
    public Optional<NightManifest> before(BusinessDate businessDate) {
        return dates().stream()
                .filter(date -> date.isBefore(businessDate.day()))
                .max(Comparator.naturalOrder())
                .flatMap(date -> newestOf(new BusinessDate(date)));
    }

    /** The newest sealed revision of a business date; empty where there is none. */
    Optional<NightManifest> newestOf(BusinessDate businessDate) {
        return names(paths.nightFolder(businessDate)).stream()
                .filter(name -> name.matches(RUN_FILE + "\\d+\\.json"))
                .map(name -> Integer.valueOf(name.substring(RUN_FILE.length(), name.length() - ".json".length())))
                .max(Comparator.naturalOrder())
                .map(run ->
                        read(paths.nightFolder(businessDate).resolve(RUN_FILE + run + ".json"), NightManifest.class));
    }

    /** A sealed night. */
    public NightManifest night(String release) {
        return read(paths.nightManifest(ReleaseId.parse(release)), NightManifest.class);
    }

    /** What a night remembers of the accounts of a platform, by roster key; a later run of the night wins. */
    Map<String, CollectionState.AccountState> stateAfter(NightManifest night, String platform) {
        Map<String, CollectionState.AccountState> states = new HashMap<>();
        for (LandingManifest file : night.collected()) {
            if (file.dataset().equals(STATE) && file.platform().equals(platform)) {
                read(paths.root().resolve(file.file()), CollectionState.class)
                        .accounts()
                        .forEach(account -> states.put(account.rosterKey(), account));
            }
        }
        return states;
    }

    /** The release ids whose collected files the night after the given one builds upon, oldest first. */
    static List<String> historyAfter(Optional<NightManifest> night) {
        List<String> history = new ArrayList<>();
        night.ifPresent(known -> {
            history.addAll(known.history());
            if (!known.collected().isEmpty()) {
                history.add(known.release());
            }
        });
        return history;
    }

    private List<LocalDate> dates() {
        return names(paths.root().resolve("landing").resolve("night")).stream()
                .filter(name -> name.startsWith(DATE_FOLDER))
                .map(name -> LocalDate.parse(name.substring(DATE_FOLDER.length())))
                .filter(date -> names(paths.nightFolder(new BusinessDate(date))).stream()
                        .anyMatch(name -> name.endsWith(".json")))
                .toList();
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder + ": " + e.getMessage(), e);
        }
    }

    private static <T extends Record> T read(Path file, Class<T> type) {
        try {
            return JsonFile.read(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
