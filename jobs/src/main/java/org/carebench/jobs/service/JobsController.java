package org.carebench.jobs.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.config.CarebenchProperties;
import org.carebench.jobs.extract.LandedNights;
import org.carebench.jobs.run.Decision;
import org.carebench.jobs.run.Execution;
import org.carebench.jobs.run.Executions;
import org.carebench.jobs.run.Launches;
import org.carebench.jobs.run.NightJob;
import org.carebench.jobs.run.RunLog;
import org.carebench.jobs.run.StartRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import tools.jackson.databind.JsonNode;

/** The job service's resources. */
@RestController
@RequestMapping(ExecutionResources.BASE)
class JobsController {

    private static final Logger LOG = LoggerFactory.getLogger(JobsController.class);

    private static final int MOST_SECONDS = 60;
    private static final int MOST_EXECUTIONS = 200;
    private static final int MOST_BYTES_OF_LOG = 64 * 1024;

    private final Launches launches;
    private final Executions executions;
    private final ExecutionResources resources;
    private final LandedNights nights;
    private final LongPolls polls;
    private final Workers workers;
    private final ExecutionMeters meters;
    private final CarebenchProperties properties;

    JobsController(
            Launches launches,
            Executions executions,
            ExecutionResources resources,
            LandedNights nights,
            LongPolls polls,
            Workers workers,
            ExecutionMeters meters,
            CarebenchProperties properties) {
        this.launches = launches;
        this.executions = executions;
        this.resources = resources;
        this.nights = nights;
        this.polls = polls;
        this.workers = workers;
        this.meters = meters;
        this.properties = properties;
    }

    /** A job that can be asked for. */
    record JobResource(String name, List<NightJob.Parameter> parameters) {}

    @GetMapping("/jobs")
    List<JobResource> jobs() {
        return launches.jobs().values().stream()
                .map(job -> new JobResource(job.name(), job.parameters()))
                .toList();
    }

    @GetMapping("/platforms")
    SortedSet<String> platforms(@RequestParam String businessDate) {
        return nights.platforms(date(businessDate));
    }

    @PostMapping("/jobs/{job}/executions")
    ResponseEntity<ExecutionResource> start(
            @PathVariable String job,
            @RequestHeader(name = RequestReader.KEY_HEADER, required = false) @Nullable String key,
            @RequestBody JsonNode body) {
        StartRequest request = RequestReader.start(requireJob(job), key, body);
        if (workers.isDraining()) {
            throw new DrainingException();
        }
        Launches.Start start = launches.start(request, workers);
        if (start.claim() != null) {
            workers.submit(start.claim());
        }
        meters.countStart(job, start.decision().name());
        LOG.info(
                "{} execution {} (attempt {}): {} {} asked by {}",
                start.decision(),
                start.execution().id(),
                start.execution().attempt(),
                request.mode(),
                request.work(),
                request.caller());
        ExecutionResource resource = resources.of(start.execution(), start.decision());
        boolean isBegun = start.decision() == Decision.STARTED || start.decision() == Decision.RESTARTED;
        return isBegun
                ? ResponseEntity.created(ExecutionResources.location(start.execution()))
                        .body(resource)
                : ResponseEntity.ok(resource);
    }

    @GetMapping("/jobs/{job}/executions")
    List<ExecutionResource> history(
            @PathVariable String job,
            @RequestParam(required = false) @Nullable String businessDate,
            @RequestParam(defaultValue = "20") String limit) {
        return executions
                .history(
                        requireJob(job).name(),
                        businessDate == null ? null : date(businessDate),
                        number("limit", limit, 1, MOST_EXECUTIONS))
                .stream()
                .map(resources::of)
                .toList();
    }

    @GetMapping("/executions/{id}")
    DeferredResult<ExecutionResource> execution(
            @PathVariable String id, @RequestParam(defaultValue = "0") String wait) {
        return polls.answer(requireExecution(id), Duration.ofSeconds(number("wait", wait, 0, MOST_SECONDS)));
    }

    @PostMapping("/executions/{id}/stop")
    ResponseEntity<ExecutionResource> stop(@PathVariable String id, @RequestBody JsonNode body) {
        RequestReader.Stop stop = RequestReader.stop(body);
        Execution execution = requireExecution(id);
        if (stop.attempt() != execution.attempt()) {
            throw new StaleAttemptException("Cannot stop attempt " + stop.attempt() + " of execution " + id
                    + ": it is at attempt " + execution.attempt() + ".");
        }
        if (launches.stop(execution.id(), stop.attempt(), stop.reason()).isPresent()) {
            LOG.info("Execution {} (attempt {}) is to stop: {}", id, stop.attempt(), stop.reason());
            workers.cancel(execution.id(), stop.reason());
        }
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(resources.of(requireExecution(id)));
    }

    @GetMapping(path = "/executions/{id}/log", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String log(@PathVariable String id) throws IOException {
        return RunLog.end(properties.executionLog(requireExecution(id).id()), MOST_BYTES_OF_LOG);
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] openApi() {
        try (InputStream document =
                Objects.requireNonNull(JobsController.class.getResourceAsStream("openapi.json"), "no openapi.json")) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private NightJob requireJob(String name) {
        NightJob job = launches.jobs().get(name);
        if (job == null) {
            throw new NotFoundException("There is no job " + name + "; the jobs are "
                    + String.join(", ", launches.jobs().keySet()) + ".");
        }
        return job;
    }

    private Execution requireExecution(String id) {
        return (id.matches("[0-9]{1,18}") ? executions.find(Long.parseLong(id)) : java.util.Optional.<Execution>empty())
                .orElseThrow(() -> new NotFoundException("There is no execution " + id + "."));
    }

    private static BusinessDate date(String text) {
        try {
            return BusinessDate.parse(text);
        } catch (IllegalArgumentException e) {
            throw InvalidRequestException.of("businessDate", "businessDate must be a date such as 2026-11-21");
        }
    }

    private static int number(String name, String text, int least, int most) {
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw InvalidRequestException.of(name, name + " must be a whole number from " + least + " to " + most);
        }
        return number;
    }
}
