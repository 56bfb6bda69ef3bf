package org.carebench.jobs.run;

import java.time.LocalDate;
import java.util.Objects;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.ReleaseId;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** The parameters that identify a run: business date and revision. */
public final class RunParameters {

    private RunParameters() {}

    public static JobParameters of(ReleaseId release) {
        return new JobParametersBuilder()
                .addLocalDate("businessDate", release.businessDate().day())
                .addLong("revision", (long) release.revision())
                .toJobParameters();
    }

    public static ReleaseId release(JobParameters parameters) {
        LocalDate day = Objects.requireNonNull(parameters.getLocalDate("businessDate"), "businessDate is null");
        Long revision = Objects.requireNonNull(parameters.getLong("revision"), "revision is null");
        return new ReleaseId(new BusinessDate(day), Math.toIntExact(revision));
    }
}
