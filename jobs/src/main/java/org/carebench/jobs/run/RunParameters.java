package org.carebench.jobs.run;

import java.time.LocalDate;
import java.util.Objects;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.ReleaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/** The parameters that identify a run: business date and revision, and the platform where it reads only one. */
public final class RunParameters {

    private static final String PLATFORM = "platform";

    private RunParameters() {}

    public static JobParameters of(ReleaseId release) {
        return of(release, null);
    }

    /** The parameters of a run that reads one platform, or all of them where it is NULL. */
    public static JobParameters of(ReleaseId release, @Nullable String platform) {
        JobParametersBuilder parameters = new JobParametersBuilder()
                .addLocalDate("businessDate", release.businessDate().day())
                .addLong("revision", (long) release.revision());
        if (platform != null) {
            parameters.addString(PLATFORM, platform);
        }
        return parameters.toJobParameters();
    }

    /** The only platform that a run reads; NULL for all of them. */
    public static @Nullable String platform(JobParameters parameters) {
        return parameters.getString(PLATFORM);
    }

    public static ReleaseId release(JobParameters parameters) {
        LocalDate day = Objects.requireNonNull(parameters.getLocalDate("businessDate"), "businessDate is null");
        Long revision = Objects.requireNonNull(parameters.getLong("revision"), "revision is null");
        return new ReleaseId(new BusinessDate(day), Math.toIntExact(revision));
    }
}
