package org.carebench.jobs.cli;

import java.time.Clock;
import java.util.List;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.airflow.AirflowClient;
import org.carebench.jobs.airflow.AirflowClient.NightRun;
import org.carebench.jobs.config.CarebenchProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** Nights that Airflow is asked to run, and what the person at the terminal is told of it. */
final class AirflowNights {

    private final AirflowClient client;
    private final String dag;
    private final CommandLine terminal;

    private AirflowNights(AirflowClient client, String dag, CommandLine terminal) {
        this.client = client;
        this.dag = dag;
        this.terminal = terminal;
    }

    /** NULL where no Airflow is configured. */
    static @Nullable AirflowNights of(ConfigurableApplicationContext application, CommandLine terminal) {
        CarebenchProperties.Airflow settings =
                application.getBean(CarebenchProperties.class).airflow();
        AirflowClient client = settings.client(application.getBean(Clock.class));
        return client == null ? null : new AirflowNights(client, settings.dag(), terminal);
    }

    void trigger(BusinessDate businessDate, boolean isRerun) {
        warnOfUnhealthyParts();
        NightRun run = client.trigger(dag, businessDate, isRerun);
        say(
                run.isNew()
                        ? "Airflow runs " + businessDate + " with DAG " + dag + " as run " + run.id() + "."
                        : "Nothing to do: Airflow has run " + run.id() + " of DAG " + dag + ", which has not failed.");
    }

    void backfill(BusinessDate from, BusinessDate to, boolean isRerun) {
        warnOfUnhealthyParts();
        long id = client.backfill(dag, from, to, isRerun);
        say("Airflow makes up for " + from + " to " + to + " with DAG " + dag + " as backfill " + id + ".");
    }

    /** What is asked for waits until they are well again, which may be long. */
    private void warnOfUnhealthyParts() {
        List<String> unhealthy = client.unhealthyParts();
        if (!unhealthy.isEmpty()) {
            terminal.getErr()
                    .println("carebench: Airflow will not get on: not healthy are its " + String.join(", ", unhealthy)
                            + ".");
            terminal.getErr().flush();
        }
    }

    private void say(String sentence) {
        terminal.getOut().println(sentence);
        terminal.getOut().flush();
    }
}
