package org.carebench.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.TestInstallation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Requests that race each other, on a real job of Spring Batch in PostgreSQL: never two live runs of one job and date. The same
 * races without the guard show that it is the guard that keeps them apart.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaunchRaceIT {

    private static final int THREADS = 4;
    private static final int CHUNK_MILLIS = 20;
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final TestInstallation installation;
    private final ExecutorService threads = Executors.newFixedThreadPool(2 * THREADS);
    private final AtomicInteger alive = new AtomicInteger();
    private final AtomicInteger mostAlive = new AtomicInteger();
    private final AtomicBoolean isBroken = new AtomicBoolean();
    private final Job job;

    LaunchRaceIT(@TempDir Path root) throws IOException {
        installation = TestInstallation.start(root);
        job = job();
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        installation.close();
    }

    @Test
    void firstStartsAtOnceStartOne() throws Exception {
        for (int round = 0; round < 10; round++) {
            Work work = work();
            mostAlive.set(0);

            List<Execution> answers = race(process -> process.run(work, Mode.ENSURE, "e1-" + process + work));

            assertThat(answers)
                    .extracting(Execution::id)
                    .containsOnly(answers.get(0).id());
            assertThat(mostAlive).hasValue(1);
            assertThat(executionsOf(work)).isOne();
        }
    }

    @Test
    void restartsOfOneFailureAtOnceRestartOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            Work work = failed();
            mostAlive.set(0);

            List<Execution> answers = race(process -> process.run(work, Mode.ENSURE, "e2-" + process + work));

            assertThat(answers).extracting(Execution::attempt).containsOnly(2);
            assertThat(mostAlive).hasValue(1);
        }
    }

    @Test
    void aStartRightAfterAStopWaitsUntilItHasStopped() throws Exception {
        for (int round = 0; round < 10; round++) {
            Work work = work();
            TestProcess process = process();
            mostAlive.set(0);
            Launches.Start start = process.start(work, Mode.ENSURE, "e4-" + work);
            Future<?> run = threads.submit(() -> process.launches().perform(start.claim()));
            awaitAlive();

            process.launches().stop(start.execution().id(), 1, "cleared");
            Execution restarted = startUntilAccepted(process, work);

            assertThat(restarted.attempt()).isEqualTo(2);
            assertThat(mostAlive).hasValue(1);
            assertThat(run).isDone();
        }
    }

    @Test
    void recoveringALiveExecutionDoesNothing() throws Exception {
        for (int round = 0; round < 10; round++) {
            Work work = work();
            TestProcess process = process();
            TestProcess other = process();
            mostAlive.set(0);
            Launches.Start start = process.start(work, Mode.ENSURE, "e6-" + work);
            Future<?> run = threads.submit(() -> process.launches().perform(start.claim()));
            awaitAlive();

            assertThat(other.launches().takeUpDead(other)).isEmpty();
            assertThat(other.start(work, Mode.ENSURE, "e6-again-" + work).decision())
                    .isEqualTo(Decision.ATTACHED);

            run.get();
            assertThat(mostAlive).hasValue(1);
        }
    }

    /** Spring Batch accepts several restarts of one failed instance; once it does not, the guard may be thought over. */
    @Test
    void withoutTheGuardRestartsOfOneFailureRunAtTheSameTime() throws Exception {
        JobOperator operator = installation.bean(JobOperator.class);
        mostAlive.set(0);
        for (int round = 0; round < 20 && mostAlive.get() < 2; round++) {
            ReleaseId release = new ReleaseId(failed().businessDate(), 1);
            race(process -> operator.start(job, RunParameters.of(release)));
        }

        assertThat(mostAlive.get()).isGreaterThan(1);
    }

    private Execution startUntilAccepted(TestProcess process, Work work) throws InterruptedException {
        for (int refused = 0; ; refused++) {
            try {
                return process.run(work, Mode.ENSURE, "e4-next-" + work);
            } catch (StillStoppingException e) {
                assertThat(refused).isLessThan(200);
                Thread.sleep(20);
            }
        }
    }

    /** Lets several processes do the same at the same moment; who is refused has no answer. */
    private <T> List<T> race(Racer<T> racer) throws Exception {
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Callable<T>> racers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            TestProcess process = process();
            racers.add(() -> {
                together.await();
                return racer.run(process);
            });
        }
        List<T> answers = new ArrayList<>();
        for (Future<T> answer : threads.invokeAll(racers)) {
            try {
                answers.add(answer.get());
            } catch (java.util.concurrent.ExecutionException e) {
                // Only Spring Batch refuses; the guard joins.
            }
        }
        return answers;
    }

    private interface Racer<T> {
        T run(TestProcess process) throws Exception;
    }

    private TestProcess process() {
        JobRuns runs = installation.bean(JobRuns.class);
        return new TestProcess(
                installation, 100, new Probe("race", asked -> runs.isComplete(job, release(asked)), claim -> {
                    runs.ensure(job, release(claim.execution().work()));
                    return Probe.done(claim);
                }));
    }

    private static ReleaseId release(Work work) {
        return new ReleaseId(work.businessDate(), 1);
    }

    private Work failed() {
        Work work = work();
        isBroken.set(true);
        Execution failed = process().run(work, Mode.ENSURE, "failing-" + work);
        isBroken.set(false);
        assertThat(failed.status()).isEqualTo(ExecutionStatus.FAILED);
        return work;
    }

    /** Four chunks, each of which takes its time. */
    private Job job() {
        JobRepository repository = installation.bean(JobRepository.class);
        var step = new StepBuilder("slowStep", repository)
                .<Integer, Integer>chunk(2)
                .transactionManager(installation.bean(PlatformTransactionManager.class))
                .reader(new EightItems())
                .writer(items -> {
                    if (isBroken.get()) {
                        throw new IllegalStateException("Cannot write.");
                    }
                    mostAlive.accumulateAndGet(alive.incrementAndGet(), Math::max);
                    try {
                        Thread.sleep(CHUNK_MILLIS);
                    } finally {
                        alive.decrementAndGet();
                    }
                })
                .interruptionPolicy(installation.bean(StopBetweenChunks.class))
                .build();
        return new JobBuilder("race", repository).start(step).build();
    }

    /** Numbers, counted for every run by itself: a run has one thread. */
    private static final class EightItems implements ItemStreamReader<Integer> {

        private static final ThreadLocal<Integer> READ = new ThreadLocal<>();

        @Override
        public void open(ExecutionContext context) {
            READ.set(0);
        }

        @Override
        public @Nullable Integer read() {
            READ.set(READ.get() + 1);
            return READ.get() > 8 ? null : READ.get();
        }
    }

    private void awaitAlive() throws InterruptedException {
        for (int i = 0; i < 1000 && alive.get() == 0; i++) {
            Thread.sleep(2);
        }
        assertThat(alive.get()).isOne();
    }

    private long executionsOf(Work work) {
        return installation
                .jdbc()
                .sql("select count(*) from runs.execution where job = ? and business_date = ?")
                .params(work.job(), java.sql.Date.valueOf(work.businessDate().day()))
                .query(Long.class)
                .single();
    }

    private static Work work() {
        return Work.of(
                "race", new BusinessDate(BusinessDate.parse("2021-01-01").day().plusDays(DAYS.incrementAndGet())));
    }
}
