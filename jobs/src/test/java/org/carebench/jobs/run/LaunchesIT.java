package org.carebench.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.TestInstallation;
import org.carebench.jobs.source.SourceFileException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every test has a business date of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchesIT {

    private static final AtomicInteger DAYS = new AtomicInteger();

    private final TestInstallation installation;
    private final CurrentExecution current;

    LaunchesIT(@TempDir Path root) throws IOException {
        installation = TestInstallation.start(root);
        current = installation.bean(CurrentExecution.class);
    }

    @AfterAll
    void stop() {
        installation.close();
    }

    @Test
    void startsNewWorkAndRemembersHowItEnded() {
        TestProcess process = process(new Probe("probe", Probe::done));
        Work work = work();

        Launches.Start start = process.start(work, Mode.ENSURE, "new-" + work);

        assertThat(start.decision()).isEqualTo(Decision.STARTED);
        assertThat(start.execution().status()).isEqualTo(ExecutionStatus.QUEUED);
        process.launches().perform(start.claim());
        Execution ended = process.executions().find(start.execution().id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(ended.release()).hasToString(work.businessDate() + ".1");
        assertThat(ended.newData()).isTrue();
        assertThat(ended.message()).isEqualTo("Done: it.");
        assertThat(ended.startedAt()).isBetween(ended.requestedAt(), ended.endedAt());
    }

    @Test
    void answersTheSameKeyByTheSameExecution() {
        TestProcess process = process(new Probe("probe", Probe::done));
        Work work = work();
        Execution first = process.run(work, Mode.RERUN, "same-" + work);

        Launches.Start again = process.start(work, Mode.RERUN, "same-" + work);

        assertThat(again.decision()).isEqualTo(Decision.ALREADY_COMPLETE);
        assertThat(again.execution().id()).isEqualTo(first.id());
        assertThatThrownBy(() -> process.start(work(), Mode.RERUN, "same-" + work))
                .isInstanceOf(KeyReusedException.class)
                .hasMessageStartingWith("Cannot start: key same-" + work + " was used for another request.");
    }

    @Test
    void joinsWhatRuns() {
        CountDownLatch open = new CountDownLatch(1);
        TestProcess process = process(Probe.untilOpen("probe", current, open));
        TestProcess other = process(Probe.untilOpen("probe", current, open));
        Work work = work();
        Launches.Start first = process.start(work, Mode.ENSURE, "first-" + work);

        Launches.Start joined = other.start(work, Mode.ENSURE, "second-" + work);

        assertThat(joined.decision()).isEqualTo(Decision.ATTACHED);
        assertThat(joined.execution().id()).isEqualTo(first.execution().id());
        assertThat(joined.claim()).isNull();
        open.countDown();
        process.launches().perform(first.claim());
        assertThat(other.start(work, Mode.ENSURE, "second-" + work).decision()).isEqualTo(Decision.ALREADY_COMPLETE);
    }

    @Test
    void restartsWhatFailedAsTheNextAttemptOfTheSameExecution() {
        AtomicBoolean isBroken = new AtomicBoolean(true);
        Probe probe = new Probe("probe", claim -> {
            if (isBroken.get()) {
                throw new SourceFileException("Cannot read a.csv: it is empty.");
            }
            return Probe.done(claim);
        });
        TestProcess process = process(probe);
        Work work = work();
        Execution failed = process.run(work, Mode.ENSURE, "failing-" + work);
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.retryable()).as("a bad file stays bad").isFalse();
        assertThat(failed.message()).isEqualTo("Cannot read a.csv: it is empty.");
        isBroken.set(false);

        Launches.Start retry = process.start(work, Mode.ENSURE, "failing-" + work);

        assertThat(retry.decision()).isEqualTo(Decision.RESTARTED);
        assertThat(retry.execution().id()).isEqualTo(failed.id());
        assertThat(retry.execution().attempt()).isEqualTo(2);
        assertThat(retry.execution().message()).isNull();
        process.launches().perform(retry.claim());
        assertThat(process.executions().find(failed.id()).orElseThrow().status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void takesAFailureOfItsSurroundingsForOneThatMayPass() {
        TestProcess process = process(new Probe("probe", claim -> {
            throw new IllegalStateException("No space left on device");
        }));

        Execution failed = process.run(work(), Mode.ENSURE, "space");

        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(failed.retryable()).isTrue();
    }

    @Test
    void aNewKeyOnFailedWorkRestartsIt() {
        AtomicInteger runs = new AtomicInteger();
        TestProcess process = process(new Probe("probe", claim -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("Once.");
            }
            return Probe.done(claim);
        }));
        Work work = work();
        Execution failed = process.run(work, Mode.ENSURE, "one-" + work);

        Execution restarted = process.run(work, Mode.ENSURE, "two-" + work);

        assertThat(restarted.id()).isEqualTo(failed.id());
        assertThat(restarted.attempt()).isEqualTo(2);
    }

    @Test
    void leavesCompleteWorkAloneUnlessItIsToBeRerun() {
        Probe probe = new Probe("probe", Probe::done);
        TestProcess process = process(probe);
        Work work = work();
        Execution first = process.run(work, Mode.ENSURE, "a-" + work);
        probe.complete();

        assertThat(process.start(work, Mode.ENSURE, "b-" + work).decision()).isEqualTo(Decision.ALREADY_COMPLETE);
        assertThat(process.run(work, Mode.RERUN, "c-" + work).id()).isGreaterThan(first.id());
        assertThat(probe.runs()).isEqualTo(2);
    }

    @Test
    void runsAgainWhatWasCompleteForOtherInputs() {
        Probe probe = new Probe("probe", Probe::done);
        TestProcess process = process(probe);
        Work work = work();
        process.run(work, Mode.ENSURE, "a-" + work);

        assertThat(process.start(work, Mode.ENSURE, "b-" + work).decision()).isEqualTo(Decision.STARTED);
    }

    @Test
    void refusesWhatThereIsNoRoomForAndJoinsWithoutRoom() {
        TestProcess full = new TestProcess(installation, 1, new Probe("probe", Probe::done));
        Work work = work();
        Launches.Start first = full.start(work, Mode.ENSURE, "a-" + work);

        assertThatThrownBy(() -> full.start(work(), Mode.ENSURE, "b-" + work)).isInstanceOf(NoCapacityException.class);
        assertThat(full.start(work, Mode.ENSURE, "c-" + work).decision()).isEqualTo(Decision.ATTACHED);
        full.launches().perform(first.claim());
        full.giveBack();
        assertThat(full.run(work(), Mode.ENSURE, "b-" + work).status())
                .as("the refused key names nothing")
                .isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(full.freePlaces()).isOne();
    }

    @Test
    void runsPlatformsBesideEachOtherAndTellsTheWholeToWait() {
        CountDownLatch open = new CountDownLatch(1);
        TestProcess process = process(Probe.untilOpen("probe", current, open));
        BusinessDate day = work().businessDate();
        Work left = new Work("probe", day, "left");
        Launches.Start first = process.start(left, Mode.ENSURE, "left-" + day);
        Launches.Start second = process.start(new Work("probe", day, "right"), Mode.ENSURE, "right-" + day);

        assertThat(second.decision()).isEqualTo(Decision.STARTED);
        assertThat(process.start(left, Mode.ENSURE, "left-again-" + day).decision())
                .isEqualTo(Decision.ATTACHED);
        open.countDown();
        process.launches().perform(first.claim());
        process.launches().perform(second.claim());

        Launches.Start whole = process.start(Work.of("probe", day), Mode.ENSURE, "whole-" + day);
        assertThat(whole.decision()).isEqualTo(Decision.STARTED);
        assertThat(process.start(left, Mode.RERUN, "left-rerun-" + day)
                        .execution()
                        .id())
                .as("the whole reads that platform as well")
                .isEqualTo(whole.execution().id());
    }

    @Test
    void stopsWhatRunsAndSaysSoUntilItHasStopped() throws Exception {
        CountDownLatch isRunning = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        TestProcess process = process(new Probe("probe", claim -> {
            isRunning.countDown();
            while (!current.isToStop() || !Probe.isOpen(mayEnd)) {
                // Stops, but late.
            }
            current.stopIfAsked();
            return Probe.done(claim);
        }));
        Work work = work();
        Launches.Start start = process.start(work, Mode.ENSURE, "key-" + work);
        long id = start.execution().id();
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(() -> process.launches().perform(start.claim()));
        isRunning.await();

        assertThat(process.launches().stop(id, 2, "no such attempt")).isEmpty();
        assertThat(process.launches().stop(id, 1, "cleared").orElseThrow().status())
                .isEqualTo(ExecutionStatus.STOPPING);
        assertThat(process.launches().stop(id, 1, "again")).as("idempotent").isPresent();
        assertThatThrownBy(() -> process.start(work, Mode.ENSURE, "key-" + work))
                .isInstanceOf(StillStoppingException.class);
        assertThatThrownBy(() -> process.start(work, Mode.ENSURE, "other-" + work))
                .isInstanceOf(StillStoppingException.class);
        mayEnd.countDown();

        assertThat(run).failsWithin(Duration.ofSeconds(10));
        Execution stopped = process.executions().find(id).orElseThrow();
        assertThat(stopped.status()).isEqualTo(ExecutionStatus.STOPPED);
        assertThat(stopped.retryable()).isTrue();
        assertThat(stopped.message()).isEqualTo("Stopped: cleared");
        assertThat(process.launches().stop(id, 1, "too late")).isEmpty();
        assertThat(process.start(work, Mode.ENSURE, "other-" + work).decision()).isEqualTo(Decision.RESTARTED);
    }

    @Test
    void anotherProcessCanStopIt() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Probe probe = Probe.untilOpen("probe", current, never);
        TestProcess process = process(probe);
        TestProcess other = process(probe);
        Launches.Start start = process.start(work(), Mode.ENSURE, "elsewhere");
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(() -> process.launches().perform(start.claim()));

        other.launches().stop(start.execution().id(), 1, "from elsewhere");

        assertThat(run).failsWithin(Duration.ofSeconds(10));
        assertThat(other.executions().find(start.execution().id()).orElseThrow().message())
                .isEqualTo("Stopped: from elsewhere");
    }

    @Test
    void takesUpWhatADeadServiceLeftAsTheSameAttempt() {
        Probe probe = new Probe("probe", Probe::done);
        TestProcess dead = process(probe);
        TestProcess next = process(probe);
        Launches.Start start = dead.start(work(), Mode.ENSURE, "dies");
        assertThat(taken(next, start)).as("it is alive").isEmpty();
        dead.die(start.claim());

        List<Claim> taken = taken(next, start);

        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).execution().attempt()).isOne();
        next.launches().perform(taken.get(0));
        assertThat(next.executions().find(start.execution().id()).orElseThrow().status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void givesUpOnWhatKillsItsProcessAgainAndAgain() {
        Probe probe = new Probe("probe", Probe::done);
        TestProcess process = process(probe);
        Launches.Start start = process.start(work(), Mode.ENSURE, "poison");
        process.die(start.claim());
        for (int i = 0; i < 3; i++) {
            TestProcess next = process(probe);
            next.die(taken(next, start).get(0));
        }

        assertThat(taken(process(probe), start)).isEmpty();

        Execution lost = process.executions().find(start.execution().id()).orElseThrow();
        assertThat(lost.status()).isEqualTo(ExecutionStatus.LOST);
        assertThat(lost.retryable()).isTrue();
        assertThat(process.start(start.execution().work(), Mode.ENSURE, "poison")
                        .decision())
                .isEqualTo(Decision.RESTARTED);
    }

    @Test
    void losesWhatADeadCommandLeftAndStopsWhatWasToStop() {
        Probe probe = new Probe("probe", Probe::done);
        TestProcess dead = process(probe);
        TestProcess next = process(probe);
        Launches.Start stopping = dead.start(work(), Mode.ENSURE, "stopping");
        next.launches().stop(stopping.execution().id(), 1, "enough");
        Launches.Start command = dead.start(work(), Mode.ENSURE, "command");
        installation
                .jdbc()
                .sql("update runs.execution set origin = 'COMMAND' where execution_id = ?")
                .param(command.execution().id())
                .update();
        dead.die(stopping.claim());
        dead.die(command.claim());

        assertThat(taken(next, stopping)).isEmpty();

        assertThat(next.executions()
                        .find(command.execution().id())
                        .orElseThrow()
                        .status())
                .isEqualTo(ExecutionStatus.LOST);
        Execution stopped = next.executions().find(stopping.execution().id()).orElseThrow();
        assertThat(stopped.status()).isEqualTo(ExecutionStatus.STOPPED);
        assertThat(stopped.message()).isEqualTo("Stopped: enough.");
    }

    /** A process that comes back after a long pause finds its execution taken over, and changes nothing of it. */
    @Test
    void aProcessThatWasTakenForDeadIsNotHeard() {
        Probe probe = new Probe("probe", Probe::done);
        TestProcess paused = process(probe);
        TestProcess next = process(probe);
        Launches.Start start = paused.start(work(), Mode.ENSURE, "pause");
        start.claim().guard().close();
        Claim taken = taken(next, start).get(0);

        assertThatThrownBy(() -> paused.launches().perform(start.claim())).isInstanceOf(RunStoppedException.class);

        assertThat(paused.executions().lockOwn(start.execution())).isFalse();
        assertThat(next.executions().find(start.execution().id()).orElseThrow().status())
                .isEqualTo(ExecutionStatus.QUEUED);
        next.launches().perform(taken);
        assertThat(next.executions().find(start.execution().id()).orElseThrow().status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void leavesWhatItRunsToTheNextProcess() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch isRunning = new CountDownLatch(1);
        Probe probe = new Probe("probe", claim -> {
            isRunning.countDown();
            while (!Probe.isOpen(open)) {
                current.stopIfAsked();
            }
            return Probe.done(claim);
        });
        TestProcess ending = process(probe);
        Launches.Start start = ending.start(work(), Mode.ENSURE, "ending");
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(() -> ending.launches().perform(start.claim()));
        isRunning.await();

        ending.leaveAll();

        assertThat(run).failsWithin(Duration.ofSeconds(10));
        assertThat(ending.executions()
                        .find(start.execution().id())
                        .orElseThrow()
                        .status())
                .isEqualTo(ExecutionStatus.QUEUED);
        open.countDown();
        TestProcess next = process(probe);
        next.launches().perform(taken(next, start).get(0));
        Execution ended = next.executions().find(start.execution().id()).orElseThrow();
        assertThat(ended.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(ended.attempt()).isOne();
    }

    @Test
    void showsHowFarItIs() throws Exception {
        Progress progress = installation.bean(Progress.class);
        CountDownLatch open = new CountDownLatch(1);
        TestProcess process = process(new Probe("probe", claim -> {
            progress.begin("probe");
            progress.expect(10);
            progress.advance("half of it", 5);
            while (!Probe.isOpen(open)) {
                // Shown meanwhile.
            }
            return Probe.done(claim);
        }));
        Launches.Start start = process.start(work(), Mode.ENSURE, "progress");
        CompletableFuture<Void> run =
                CompletableFuture.runAsync(() -> process.launches().perform(start.claim()));
        Execution shown = process.executions().find(start.execution().id()).orElseThrow();
        for (int i = 0; i < 100 && shown.progress() == null; i++) {
            Thread.sleep(50);
            shown = process.executions().find(start.execution().id()).orElseThrow();
        }
        open.countDown();
        run.get();

        assertThat(shown.progress()).isEqualTo(new RunProgress("half of it", 5L, 10L));
    }

    @Test
    void toleratesNoTwoLiveRowsEvenWithoutAGuard() {
        Work work = work();
        Executions executions = process(new Probe("probe", Probe::done)).executions();
        StartRequest request = StartRequest.ofCommand(work, Mode.ENSURE);
        Execution first = executions.create(request, null);

        assertThatThrownBy(() -> executions.create(request, null))
                .isInstanceOf(org.springframework.dao.DuplicateKeyException.class);
        executions.end(first, new Executions.Ending(ExecutionStatus.FAILED, true, null, "Only a test."));
    }

    private TestProcess process(NightJob job) {
        return new TestProcess(installation, 100, job);
    }

    private static List<Claim> taken(TestProcess process, Launches.Start start) {
        return process.launches().takeUpDead(process).stream()
                .filter(claim -> claim.execution().id() == start.execution().id())
                .toList();
    }

    private static Work work() {
        return Work.of(
                "probe", new BusinessDate(BusinessDate.parse("2020-01-01").day().plusDays(DAYS.incrementAndGet())));
    }
}
