package org.carebench.jobs.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.warehouse.WarehouseServer;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Keeps the warehouse's server running, so that other programs can look at it. */
@Command(
        name = "warehouse",
        mixinStandardHelpOptions = true,
        description = "Keeps the warehouse running until Ctrl-C, and says how to connect.",
        footer = {"", "Example:", "  carebench warehouse --config config/profiles/public-data.yaml"})
final class WarehouseCommand implements Runnable {

    @Mixin
    private final Settings settings = new Settings();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public void run() {
        settings.withApplication(Path.of("config/profiles/public-data.yaml"), this::serve);
    }

    private void serve(ConfigurableApplicationContext application) {
        WarehouseServer server = application.getBean(WarehouseServer.class);
        Path password =
                application.getBean(CarebenchProperties.class).homeFolder().resolve("postgres/password");
        PrintWriter out = spec.commandLine().getOut();
        out.println("Warehouse: " + server.url() + " user " + server.user());
        if (server.isEmbedded()) {
            out.println("  PGPASSWORD=$(cat " + password + ") psql '"
                    + server.url().replace("jdbc:", "") + "?user=" + server.user() + "'");
        }
        out.println("Start with: select * from mart.release. Press Ctrl-C to stop.");
        out.flush();
        waitForEver();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
