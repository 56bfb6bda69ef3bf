package org.carebench.jobs.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.jobs.run.Mode;
import org.carebench.jobs.run.NightJob;
import org.carebench.jobs.run.Origin;
import org.carebench.jobs.run.StartRequest;
import org.carebench.jobs.run.Work;
import org.carebench.jobs.service.InvalidRequestException.FieldError;
import org.carebench.landing.Checksum;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes requests of bodies and headers, and says everything that is wrong with them at once. */
final class RequestReader {

    static final String KEY_HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,200}");
    private static final Set<String> START = Set.of("businessDate", "mode", "parameters", "caller", "lineage");
    private static final Set<String> CALLER = Set.of("dagId", "runId", "taskId", "mapIndex", "tryNumber", "url");
    private static final int MOST_CHARACTERS = 2_000;
    private static final int MOST_LINEAGE = 30;

    private final List<FieldError> errors = new ArrayList<>();

    private RequestReader() {}

    /** A stop, as it was asked for. */
    record Stop(int attempt, String reason) {}

    /**
     * A request to start a job.
     *
     * @throws InvalidRequestException where something is wrong with it
     */
    static StartRequest start(NightJob job, @Nullable String key, JsonNode body) {
        return new RequestReader().readStart(job, key, body);
    }

    /**
     * A request to stop an execution.
     *
     * @throws InvalidRequestException where something is wrong with it
     */
    static Stop stop(JsonNode body) {
        RequestReader reader = new RequestReader();
        reader.requireObject("body", body);
        reader.requireKnown("", body, Set.of("attempt", "reason"));
        JsonNode attempt = body.path("attempt");
        if (!attempt.isInt() || attempt.intValue() < 1) {
            reader.wrong("attempt", "attempt must be the number of the attempt that is to stop");
        }
        String reason = reader.text(body, "reason");
        reader.requireNone();
        return new Stop(attempt.intValue(), reason == null || reason.isBlank() ? "asked to" : reason.strip());
    }

    private StartRequest readStart(NightJob job, @Nullable String key, JsonNode body) {
        if (key == null || !KEY.matcher(key).matches()) {
            wrong(
                    KEY_HEADER,
                    "header " + KEY_HEADER + " must have 1 to 200 characters of A-Z, a-z, 0-9 and . _ : / + = @ -");
        }
        requireObject("body", body);
        requireKnown("", body, START);
        BusinessDate businessDate = businessDate(body);
        Mode mode = mode(body);
        Map<String, String> parameters = parameters(job, body.path("parameters"));
        String caller = caller(body.path("caller"));
        String lineage = lineage(body.path("lineage"));
        requireNone();
        Work work = new Work(job.name(), requireRead(businessDate), parameters.get("platform"));
        String payload =
                String.join("\n", job.name(), work.businessDate().toString(), mode.name(), parameters.toString());
        return new StartRequest(
                work,
                mode,
                Origin.SERVICE,
                new StartRequest.IdempotencyKey(requireRead(key), Checksum.ofText(payload)),
                caller,
                lineage);
    }

    private @Nullable BusinessDate businessDate(JsonNode body) {
        String text = text(body, "businessDate");
        try {
            return BusinessDate.parse(text == null ? "" : text);
        } catch (IllegalArgumentException e) {
            wrong("businessDate", "businessDate must be a date such as 2026-11-21");
            return null;
        }
    }

    private Mode mode(JsonNode body) {
        String text = text(body, "mode");
        for (Mode mode : Mode.values()) {
            if (mode.name().equals(text)) {
                return mode;
            }
        }
        if (text != null) {
            wrong("mode", "mode must be ENSURE or RERUN");
        }
        return Mode.ENSURE;
    }

    private Map<String, String> parameters(NightJob job, JsonNode given) {
        Map<String, String> parameters = new TreeMap<>();
        if (isAbsent(given)) {
            return parameters;
        }
        requireObject("parameters", given);
        Map<String, NightJob.Parameter> known = new TreeMap<>();
        job.parameters().forEach(parameter -> known.put(parameter.name(), parameter));
        requireKnown("parameters.", given, known.keySet());
        known.forEach((name, parameter) -> {
            String value = text(given, name);
            if (value != null) {
                if (parameter.allowed() != null && !parameter.allowed().contains(value)) {
                    wrong(
                            "parameters." + name,
                            "parameter " + name + " must be one of " + String.join(", ", parameter.allowed()));
                }
                parameters.put(name, value);
            }
        });
        return parameters;
    }

    private @Nullable String caller(JsonNode given) {
        if (isAbsent(given)) {
            return null;
        }
        requireObject("caller", given);
        requireKnown("caller.", given, CALLER);
        given.forEach(value -> {
            if (!value.isNull() && !value.isString() && !value.isIntegralNumber()) {
                wrong("caller", "members of caller must be texts or whole numbers");
            }
        });
        return brief("caller", given);
    }

    private @Nullable String lineage(JsonNode given) {
        if (isAbsent(given)) {
            return null;
        }
        requireObject("lineage", given);
        given.forEach(value -> {
            if (!value.isString()) {
                wrong("lineage", "members of lineage must be texts");
            }
        });
        if (given.size() > MOST_LINEAGE) {
            wrong("lineage", "lineage must not have more than " + MOST_LINEAGE + " members");
        }
        return brief("lineage", given);
    }

    private String brief(String field, JsonNode given) {
        String json = given.toString();
        // PostgreSQL stores no NUL.
        if (json.length() > MOST_CHARACTERS || json.contains("\\u0000")) {
            wrong(field, field + " must not be longer than " + MOST_CHARACTERS + " characters, nor contain NUL");
        }
        return json;
    }

    private @Nullable String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) {
            return null;
        }
        if (!value.isString()
                || value.stringValue().length() > MOST_CHARACTERS
                || value.stringValue().indexOf(0) >= 0) {
            wrong(name, name + " must be a text of at most " + MOST_CHARACTERS + " characters");
            return null;
        }
        return value.stringValue();
    }

    private void requireObject(String field, JsonNode given) {
        if (!given.isObject()) {
            wrong(field, field + " must be a JSON object");
        }
    }

    private void requireKnown(String prefix, JsonNode given, Set<String> known) {
        given.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> wrong(
                        prefix + name,
                        "nobody knows " + prefix + name + "; known are "
                                + String.join(", ", known.stream().sorted().toList())));
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }

    private void requireNone() {
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
    }

    private static <T> T requireRead(@Nullable T value) {
        return java.util.Objects.requireNonNull(value, "reported as wrong before");
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
