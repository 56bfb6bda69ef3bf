package org.carebench.jobs.run;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.carebench.jobs.TestInstallation;
import org.carebench.jobs.config.CarebenchProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a process of its own would have, on the database of an installation. */
final class TestProcess implements Launches.Admission {

    private final Executions executions;
    private final ClaimedRuns runs;
    private final Launches launches;
    private final Semaphore places;

    TestProcess(TestInstallation installation, int places, NightJob... jobs) {
        this.executions = new Executions(installation.bean(JdbcClient.class), installation.bean(Clock.class));
        this.runs = new ClaimedRuns(
                executions,
                installation.bean(CurrentExecution.class),
                installation.bean(CarebenchProperties.class),
                installation.bean(Clock.class));
        this.launches = new Launches(List.of(jobs), executions, runs, installation.bean(RunGuard.class));
        this.places = new Semaphore(places);
    }

    Launches launches() {
        return launches;
    }

    Executions executions() {
        return executions;
    }

    Launches.Start start(Work work, Mode mode, String key) {
        String payload = work + " " + mode;
        return launches.start(
                new StartRequest(work, mode, Origin.SERVICE, new StartRequest.IdempotencyKey(key, payload), null, null),
                this);
    }

    /** Starts work, and does it at once where there is some to do. */
    Execution run(Work work, Mode mode, String key) {
        Launches.Start start = start(work, mode, key);
        if (start.claim() != null) {
            try {
                launches.perform(start.claim());
            } catch (RuntimeException e) {
                // The execution says how it ended.
            } finally {
                giveBack();
            }
        }
        return executions.find(start.execution().id()).orElseThrow();
    }

    /** As kill -9: nothing is said, and the server ends the session that held the guard. */
    void die(Claim claim) {
        claim.guard().close();
        runs.destroy();
    }

    /** As a service does that is about to end. */
    void leaveAll() {
        runs.leaveAll("the process ends");
    }

    @Override
    public boolean tryAdmit() {
        return places.tryAcquire();
    }

    @Override
    public void giveBack() {
        places.release();
    }

    int freePlaces() {
        return places.availablePermits();
    }
}
