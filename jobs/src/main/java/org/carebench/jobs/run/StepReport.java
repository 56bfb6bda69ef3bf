package org.carebench.jobs.run;

import java.time.Duration;
import java.time.LocalDateTime;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** A line per finished step: how it ended, how long it took, and what it read, wrote, skipped and passed over. */
@Component
public class StepReport implements StepExecutionListener {

    private static final double MILLIS = 1000.0;

    private final Progress progress;

    StepReport(Progress progress) {
        this.progress = progress;
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        String job = step.getJobExecution().getJobInstance().getJobName();
        String counts = step.getReadCount() == 0
                ? ""
                : String.format(
                        ": read %,d, written %,d, skipped %,d%s",
                        step.getReadCount(), step.getWriteCount(), step.getSkipCount(), passedOver(step));
        progress.say(String.format(
                "[%s] %s %s in %.1f s%s", job, step.getStepName(), step.getStatus(), seconds(step), counts));
        return step.getExitStatus();
    }

    private static String passedOver(StepExecution step) {
        return step.getFilterCount() == 0 ? "" : String.format(", passed over %,d", step.getFilterCount());
    }

    private static double seconds(StepExecution step) {
        LocalDateTime start = step.getStartTime();
        LocalDateTime updated = step.getLastUpdated();
        return start == null || updated == null
                ? 0
                : Duration.between(start, updated).toMillis() / MILLIS;
    }
}
