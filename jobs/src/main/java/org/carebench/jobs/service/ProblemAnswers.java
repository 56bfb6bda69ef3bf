package org.carebench.jobs.service;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import org.carebench.jobs.extract.UnknownBusinessDateException;
import org.carebench.jobs.run.AlreadyRunningException;
import org.carebench.jobs.run.Failure;
import org.carebench.jobs.run.KeyReusedException;
import org.carebench.jobs.run.NoCapacityException;
import org.carebench.jobs.run.StillStoppingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure as {@code application/problem+json}. */
@RestControllerAdvice
class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(15);

    /** A problem of a type of ours. */
    static ProblemDetail problem(HttpStatus status, String type, String title, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:carebench:problem/" + type));
        problem.setTitle(title);
        problem.setDetail(detail);
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<Object> invalid(InvalidRequestException e, HttpServletRequest request) {
        ProblemDetail problem =
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-request", "The request is wrong", e.getMessage());
        problem.setProperty("errors", e.errors());
        return answer(problem, null, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unknownDate(UnknownBusinessDateException e, HttpServletRequest request) {
        return invalid(InvalidRequestException.of("businessDate", String.valueOf(e.getMessage())), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> notFound(NotFoundException e, HttpServletRequest request) {
        return answer(
                problem(HttpStatus.NOT_FOUND, "not-found", "There is no such thing", e.getMessage()), null, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> keyReused(KeyReusedException e, HttpServletRequest request) {
        return answer(
                problem(HttpStatus.CONFLICT, "key-reused", "The key names another request", e.getMessage()),
                null,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> stillStopping(StillStoppingException e, HttpServletRequest request) {
        return answer(
                problem(
                        HttpStatus.CONFLICT,
                        "still-stopping",
                        "The execution before has not stopped yet",
                        e.getMessage()),
                SOON,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> staleAttempt(StaleAttemptException e, HttpServletRequest request) {
        return answer(
                problem(HttpStatus.CONFLICT, "stale-attempt", "The attempt is over", e.getMessage()), null, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> noCapacity(NoCapacityException e, HttpServletRequest request) {
        return answer(
                problem(HttpStatus.TOO_MANY_REQUESTS, "no-capacity", "Too much is running", e.getMessage()),
                LATER,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> busy(AlreadyRunningException e, HttpServletRequest request) {
        return answer(
                problem(HttpStatus.TOO_MANY_REQUESTS, "busy", "A part of the work is being done", e.getMessage()),
                LATER,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> draining(DrainingException e, HttpServletRequest request) {
        return answer(
                problem(HttpStatus.SERVICE_UNAVAILABLE, "draining", "The service is shut down", e.getMessage()),
                LATER,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> warehouseAway(DataAccessException e, HttpServletRequest request) {
        LOG.warn("The warehouse does not answer", e);
        return answer(
                problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "warehouse-away",
                        "The warehouse does not answer",
                        "Cannot reach the warehouse. Ask again when it is back."),
                LATER,
                request);
    }

    /** An input that cannot be used, or something that we did not think of; the latter says nothing of itself. */
    @ExceptionHandler
    ResponseEntity<Object> other(RuntimeException e, HttpServletRequest request) {
        if (Failure.isOfInput(e)) {
            return answer(
                    problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "unusable-input",
                            "An input cannot be used",
                            Failure.sentence(e)),
                    null,
                    request);
        }
        LOG.error("Cannot answer {} {}", request.getMethod(), request.getRequestURI(), e);
        return answer(
                problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "Something went wrong",
                        "The log of the service says what."),
                null,
                request);
    }

    private static ResponseEntity<Object> answer(
            ProblemDetail problem, @Nullable Duration retryAfter, HttpServletRequest request) {
        problem.setInstance(URI.create(request.getRequestURI()));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
        }
        return answer.body(problem);
    }
}
