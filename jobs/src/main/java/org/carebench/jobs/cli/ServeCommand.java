package org.carebench.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.service.ServiceApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the job service, which starts, follows and stops jobs for others. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Starts, follows and stops jobs for whoever asks over HTTP, for example Apache Airflow, until Ctrl-C.",
            "Who asks has to present the token that CAREBENCH_SERVICE_TOKEN holds, or one of an OAuth2 issuer with scopes"
                    + " jobs.run, jobs.stop and jobs.read."
        },
        footer = {
            "",
            "Example:",
            "  CAREBENCH_SERVICE_TOKEN=... carebench serve --port 18090 --config config/profiles/public-data.yaml"
        })
final class ServeCommand implements Runnable {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "18090",
            description = "Port to listen on; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
    @SuppressWarnings("NullAway.Init")
    private String address;

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "OAuth2 issuer whose tokens are accepted (default: CAREBENCH_SERVICE_ISSUER).")
    private @Nullable String issuer;

    @Option(
            names = "--jwk-set",
            paramLabel = "URL",
            description =
                    "Keys of the issuer, where they cannot be found from its URL (default: CAREBENCH_SERVICE_JWK_SET).")
    private @Nullable String jwkSet;

    @Option(
            names = "--audience",
            paramLabel = "NAME",
            description = "Audience that tokens of the issuer must name (default: CAREBENCH_SERVICE_AUDIENCE).")
    private @Nullable String audience;

    @Mixin
    private final Settings settings = new Settings();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        Map<String, String> server = new TreeMap<>();
        putIssuer(server, "issuer-uri", issuer, "CAREBENCH_SERVICE_ISSUER");
        putIssuer(server, "jwk-set-uri", jwkSet, "CAREBENCH_SERVICE_JWK_SET");
        if (server.isEmpty()
                && Objects.requireNonNullElse(System.getenv("CAREBENCH_SERVICE_TOKEN"), "")
                        .isBlank()) {
            throw new ConfigurationException(
                    "Cannot serve: nobody could be let in. Set CAREBENCH_SERVICE_TOKEN to a long"
                            + " random text, or name an OAuth2 issuer with --issuer or --jwk-set.");
        }
        putIssuer(server, "audiences", audience, "CAREBENCH_SERVICE_AUDIENCE");
        server.put("spring.main.web-application-type", "servlet");
        server.put("server.port", Integer.toString(port));
        server.put("server.address", address);
        // Several executions talk at once, which a bar cannot show.
        System.setProperty("carebench.terminal", "false");
        settings.serve(Path.of("config/profiles/public-data.yaml"), ServiceApplication.class, server, this::serve);
    }

    private void serve(ConfigurableApplicationContext application) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Serving jobs on http://" + address + ":"
                + application.getEnvironment().getProperty("local.server.port") + "/api/v1 until Ctrl-C.");
        out.flush();
        waitForEver();
    }

    private static void putIssuer(Map<String, String> server, String name, @Nullable String option, String variable) {
        String value = option == null ? System.getenv(variable) : option;
        if (value != null && !value.isBlank()) {
            server.put(JWT + name, value);
        }
    }

    /** The signal that ends the process ends the wait. */
    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
