package org.carebench.jobs.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.collect.CollectionPlan;
import org.carebench.jobs.collect.CollectionPlanner;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.config.CarebenchProperties.Source;
import org.carebench.jobs.config.CarebenchProperties.Vintage;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.source.NamedFile;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.landing.Checksum;
import org.springframework.stereotype.Component;

/**
 * Decides which file of each source is in force on a business date: the newest that was known by then. Never "the latest":
 * the same date always gives the same plan.
 */
@Component
public class NightPlanner {

    /** Definitions that are one file each; others are folders. */
    private static final List<String> DEFINITION_FILES = List.of(
            "benchmark.yaml",
            "comparison.yaml",
            "geography.yaml",
            "index.yaml",
            "metrics.yaml",
            "topics/keywords.yaml");

    private final CarebenchProperties properties;
    private final SourceFormats formats;
    private final CollectionPlanner collections;
    private final Clock clock;

    NightPlanner(CarebenchProperties properties, SourceFormats formats, CollectionPlanner collections, Clock clock) {
        this.properties = properties;
        this.formats = formats;
        this.collections = collections;
        this.clock = clock;
    }

    /**
     * Plans a night.
     *
     * @throws UnknownBusinessDateException where the profile knows nothing of the date, or it has not come yet
     * @throws SourceFileException where a file is missing
     * @throws org.carebench.jobs.config.ConfigurationException where the profile names an unknown format
     */
    public NightPlan plan(BusinessDate businessDate) {
        return plan(businessDate, collections.plan(businessDate));
    }

    /** Plans a night whose collection of live platforms is planned already. */
    NightPlan plan(BusinessDate businessDate, CollectionPlan collection) {
        requireKnown(businessDate);
        properties.sources().forEach(formats::of);
        requireDistinctNames();
        List<PlannedSource> planned = new ArrayList<>();
        List<String> notInForce = new ArrayList<>();
        for (Source source : properties.sources()) {
            inForce(source, businessDate)
                    .ifPresentOrElse(
                            vintage -> planned.add(
                                    new PlannedSource(source, vintage, checksum(vintage.file(), vintage.path()))),
                            () -> notInForce.add(source.id()));
        }
        String fingerprint = fingerprint(planned);
        return new NightPlan(
                businessDate,
                planned,
                notInForce,
                properties.platforms().isEmpty()
                        ? fingerprint
                        : Checksum.ofText(fingerprint + collection.fingerprint()),
                collection);
    }

    /** The file of a source that is in force, or nothing where its first file is younger. */
    Optional<SourceVintage> inForce(Source source, BusinessDate businessDate) {
        return source.inForce(businessDate).map(vintage -> vintage(source, vintage));
    }

    /** The source with the given id. */
    Source source(String id) {
        return properties.sources().stream()
                .filter(source -> source.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot find source " + id + " in the profile"));
    }

    /**
     * Says whether there can be a night of that date.
     *
     * @throws UnknownBusinessDateException where the profile knows nothing of the date, or it has not come yet
     */
    public void requireKnown(BusinessDate businessDate) {
        LocalDate first = properties.firstBusinessDate();
        if (businessDate.day().isBefore(first)) {
            throw new UnknownBusinessDateException(
                    "Cannot run a night for " + businessDate + ": the sources of profile '" + properties.profile()
                            + "' begin on " + first + ". Choose that day or a later one.");
        }
        LocalDate today = LocalDate.now(clock);
        if (businessDate.day().isAfter(today)) {
            throw new UnknownBusinessDateException("Cannot run a night for " + businessDate
                    + ": that day has not come yet" + " (today is " + today + "). Choose an earlier day.");
        }
    }

    /** Two sources of one name would land in one file; two files of one day leave open which is in force. */
    private void requireDistinctNames() {
        Set<String> names = new HashSet<>();
        for (Source source : properties.sources()) {
            if (!names.add(source.id())) {
                throw new ConfigurationException("Cannot read profile '" + properties.profile()
                        + "': two sources are called " + source.id() + ". Give each a name of its own.");
            }
            Set<LocalDate> days = new HashSet<>();
            for (Vintage vintage : source.vintages()) {
                if (!days.add(vintage.asOf())) {
                    throw new ConfigurationException("Cannot read profile '" + properties.profile() + "': source "
                            + source.id() + " has two files as of " + vintage.asOf() + ". Keep one of them.");
                }
            }
        }
    }

    private SourceVintage vintage(Source source, Vintage vintage) {
        Map<String, NamedFile> references = vintage.references().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, reference -> namedFile(reference.getValue())));
        return new SourceVintage(
                source.id(),
                source.platform(),
                vintage.asOf(),
                vintage.file(),
                properties.inputFolder().resolve(vintage.file()),
                references,
                vintage.settings());
    }

    private NamedFile namedFile(String name) {
        return new NamedFile(name, properties.inputFolder().resolve(name));
    }

    private String fingerprint(List<PlannedSource> planned) {
        StringBuilder inputs = new StringBuilder();
        definitionFiles()
                .forEach(file -> inputs.append(properties.configFolder().relativize(file))
                        .append(' ')
                        .append(checksum(file.toString(), file))
                        .append('\n'));
        for (PlannedSource source : planned) {
            SourceVintage vintage = source.vintage();
            inputs.append(String.join(
                    " ",
                    source.source().id(),
                    source.source().format(),
                    source.source().platform(),
                    vintage.asOf().toString()));
            inputs.append(' ').append(vintage.file()).append(' ').append(source.sha256());
            new TreeMap<>(vintage.references())
                    .forEach((role, list) ->
                            inputs.append(' ').append(role).append(' ').append(checksum(list.name(), list.path())));
            inputs.append(' ').append(new TreeMap<>(vintage.settings())).append('\n');
        }
        return Checksum.ofText(inputs.toString());
    }

    private List<Path> definitionFiles() {
        Path config = properties.configFolder();
        try (Stream<Path> measures = Files.list(config.resolve("measures"));
                Stream<Path> metrics = Files.list(config.resolve("metrics"))) {
            return Stream.of(DEFINITION_FILES.stream().map(config::resolve), measures.sorted(), metrics.sorted())
                    .flatMap(files -> files)
                    .toList();
        } catch (IOException e) {
            throw new SourceFileException("Cannot read the definitions in " + config + ": " + e.getMessage(), e);
        }
    }

    private static String checksum(String name, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new SourceFileException(
                    "Cannot read " + name + ": there is no file " + path + ". Check the input folder of the profile.");
        }
        try {
            return Checksum.ofFile(path);
        } catch (IOException e) {
            throw new SourceFileException("Cannot read " + name + ": " + e.getMessage(), e);
        }
    }
}
