package org.carebench.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.carebench.jobs.JobsApplication;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.run.Launches;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Option;

/** Options that every command with a database has, and how they start the application. */
final class Settings {

    @Option(
            names = "--config",
            paramLabel = "PROFILE",
            description = "Profile to run with: a YAML file, for example config/profiles/public-data.yaml.")
    @Nullable Path profile;

    @Option(
            names = "--home",
            paramLabel = "FOLDER",
            description = "Folder for lake, database and pages (default: .carebench/<profile>, or CAREBENCH_HOME).")
    @Nullable Path home;

    @Option(
            names = "--input",
            paramLabel = "FOLDER",
            description = "Folder of the source files (default: as the profile says).")
    @Nullable Path input;

    @Option(
            names = "--warehouse-url",
            paramLabel = "URL",
            description = "JDBC URL of an external PostgreSQL, for example jdbc:postgresql://127.0.0.1:5432/carebench."
                    + " Its password comes from CAREBENCH_WAREHOUSE_PASSWORD.")
    @Nullable String warehouseUrl;

    @Option(names = "--warehouse-user", paramLabel = "NAME", description = "User of the external PostgreSQL.")
    @Nullable String warehouseUser;

    @Option(
            names = "--master",
            paramLabel = "MASTER",
            description =
                    "Spark master, for example spark://127.0.0.1:7077 (default: as config/application.yaml says).")
    @Nullable String master;

    /** Runs nights, or stages of them. */
    void run(Path defaultProfile, Consumer<Launches> work) {
        run(defaultProfile, Map.of(), work);
    }

    /**
     * Runs nights, or stages of them.
     *
     * @param placeholders what the profile leaves open, for example an address that is known only now
     */
    void run(Path defaultProfile, Map<String, String> placeholders, Consumer<Launches> work) {
        withApplication(defaultProfile, placeholders, application -> work.accept(application.getBean(Launches.class)));
    }

    /** Starts the application, does something with it, and closes what was started, whatever happens. */
    void withApplication(Path defaultProfile, Consumer<ConfigurableApplicationContext> work) {
        withApplication(defaultProfile, Map.of(), work);
    }

    /** Starts the application together with another one, that serves, and leaves both running until the process ends. */
    void serve(
            Path defaultProfile,
            Class<?> serving,
            Map<String, String> serverSettings,
            Consumer<ConfigurableApplicationContext> work) {
        Path chosen = requireProfile(defaultProfile);
        work.accept(start(
                new SpringApplicationBuilder(JobsApplication.class, serving).web(WebApplicationType.SERVLET),
                chosen,
                serverSettings));
    }

    /** Where a profile keeps its data, if nobody names another folder. */
    Path homeOr(String profileName) {
        Path chosen = home == null ? environmentHome() : home;
        return (chosen == null ? root().resolve(".carebench").resolve(profileName) : chosen).toAbsolutePath();
    }

    private void withApplication(
            Path defaultProfile, Map<String, String> placeholders, Consumer<ConfigurableApplicationContext> work) {
        Path chosen = requireProfile(defaultProfile);
        SpringApplicationBuilder commands =
                new SpringApplicationBuilder(JobsApplication.class).web(WebApplicationType.NONE);
        try (ConfigurableApplicationContext application = start(commands, chosen, placeholders)) {
            work.accept(application);
        }
    }

    private Path requireProfile(Path defaultProfile) {
        Path chosen = profile == null ? root().resolve(defaultProfile) : profile.toAbsolutePath();
        if (!Files.isRegularFile(chosen)) {
            throw new ConfigurationException("Cannot use profile " + chosen
                    + ": there is no such file. The profiles that come with Carebench are in config/profiles.");
        }
        ProfileFile.check(chosen);
        return chosen;
    }

    private ConfigurableApplicationContext start(
            SpringApplicationBuilder application, Path chosen, Map<String, String> settings) {
        try {
            return application
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .run(arguments(root(), chosen, settings));
        } catch (RuntimeException e) {
            throw ProfileFault.in(chosen, e).orElseThrow(() -> e);
        }
    }

    private String[] arguments(Path root, Path chosen, Map<String, String> placeholders) {
        Map<String, String> properties = new TreeMap<>(placeholders);
        properties.put("spring.config.location", "file:" + root.resolve("config/application.yaml") + ",file:" + chosen);
        properties.put("carebench.root", root.toString());
        putPath(properties, "carebench.home", home == null ? environmentHome() : home);
        putPath(properties, "carebench.input", input);
        put(properties, "carebench.warehouse.url", warehouseUrl);
        put(properties, "carebench.warehouse.user", warehouseUser);
        put(properties, "carebench.spark.master", master);
        List<String> arguments = new ArrayList<>();
        properties.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    private static void putPath(Map<String, String> properties, String name, @Nullable Path path) {
        put(properties, name, path == null ? null : path.toAbsolutePath().toString());
    }

    private static void put(Map<String, String> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    private static @Nullable Path environmentHome() {
        String folder = System.getenv("CAREBENCH_HOME");
        return folder == null || folder.isBlank() ? null : Path.of(folder);
    }

    /** The launcher says where the installation is. */
    static Path root() {
        return Path.of(Objects.requireNonNull(
                        System.getProperty("carebench.root"), "Start the program with the script carebench."))
                .toAbsolutePath();
    }
}
