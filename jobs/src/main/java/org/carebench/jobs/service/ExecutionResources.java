package org.carebench.jobs.service;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.carebench.contract.lake.ReleaseId;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.run.Decision;
import org.carebench.jobs.run.Execution;
import org.carebench.jobs.run.RunParameters;
import org.carebench.jobs.run.RunProgress;
import org.carebench.jobs.run.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows executions to callers. */
@Component
class ExecutionResources {

    static final String BASE = "/api/v1";

    private final JdbcClient jdbc;
    private final JobRepository repository;
    private final @Nullable URI dashboard;

    ExecutionResources(JdbcClient jdbc, JobRepository repository, CarebenchProperties properties) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.dashboard = properties.service().dashboard();
    }

    static URI location(Execution execution) {
        return URI.create(BASE + "/executions/" + execution.id());
    }

    ExecutionResource of(Execution execution) {
        return of(execution, null);
    }

    /** An execution in answer to a start. Of work that was complete already, there are no new data. */
    ExecutionResource of(Execution execution, @Nullable Decision decision) {
        String self = location(execution).toString();
        boolean wasComplete = decision == Decision.ALREADY_COMPLETE;
        ReleaseId release = execution.release();
        Work work = execution.work();
        return new ExecutionResource(
                Long.toString(execution.id()),
                work.job(),
                work.businessDate().toString(),
                release == null ? null : release.toString(),
                execution.attempt(),
                work.platform() == null ? Map.of() : Map.of("platform", work.platform()),
                decision,
                execution.status(),
                !execution.status().isLive(),
                Boolean.TRUE.equals(execution.retryable()),
                wasComplete ? Boolean.FALSE : execution.newData(),
                progress(execution.progress()),
                counts(execution),
                wasComplete ? "Nothing to do: " + work + " is complete." : execution.message(),
                text(execution.startedAt()),
                text(execution.endedAt()),
                new ExecutionResource.Links(
                        self, self + "/stop", self + "/log", dashboard == null ? null : dashboard.toString()));
    }

    private static ExecutionResource.@Nullable Progress progress(@Nullable RunProgress progress) {
        return progress == null
                ? null
                : new ExecutionResource.Progress(progress.step(), progress.done(), progress.expected());
    }

    /** What the sources and shards of the extraction gave; the other jobs count no rows of their own. */
    private List<ExecutionResource.Count> counts(Execution execution) {
        ReleaseId release = execution.release();
        Work work = execution.work();
        if (release == null || !(work.job().equals("extract") || work.job().equals("nightly"))) {
            return List.of();
        }
        JobInstance extraction = repository.getJobInstance("extract", RunParameters.of(release, work.platform()));
        if (extraction == null) {
            return List.of();
        }
        return jdbc.sql("""
                select distinct on (step_name) step_name, read_count - filter_count as read, write_count,
                    read_skip_count + process_skip_count + write_skip_count as skipped
                from batch.batch_step_execution
                join batch.batch_job_execution using (job_execution_id)
                where job_instance_id = ? and step_name like '%:%'
                order by step_name, step_execution_id desc
                """)
                .param(extraction.getInstanceId())
                .query((row, number) -> new ExecutionResource.Count(
                        row.getString("step_name")
                                .substring(row.getString("step_name").indexOf(':') + 1),
                        row.getLong("read"),
                        row.getLong("write_count"),
                        row.getLong("skipped")))
                .list();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
