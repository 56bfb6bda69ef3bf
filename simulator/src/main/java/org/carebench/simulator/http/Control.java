package org.carebench.simulator.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls by which a test or a demo steers the simulator and looks at what it did. */
final class Control {

    static final String PREFIX = "_simulator";

    private final VirtualClock clock;
    private final RequestLog log;
    private final Faults faults;

    Control(VirtualClock clock, RequestLog log, Faults faults) {
        this.clock = clock;
        this.log = log;
        this.faults = faults;
    }

    Answer answer(Request request) {
        return switch (request.method() + " " + request.path()) {
            case "GET health", "GET now" -> Answer.ok(time());
            case "PUT now" -> set(request);
            case "GET requests" -> Answer.ok(log.counts());
            case "GET losses" -> {
                ObjectNode all = Json.object();
                all.set("losses", faults.losses());
                yield Answer.ok(all);
            }
            default ->
                Answer.of(
                        404,
                        Json.object()
                                .put("error", "Ask for health, requests or losses, or put now with {\"now\": \"…\"}."));
        };
    }

    private ObjectNode time() {
        return Json.object()
                .put("status", "up")
                .put("now", clock.now().toString())
                .put("time", clock.time().toString());
    }

    private Answer set(Request request) {
        Instant now = instant(request.json());
        if (now == null) {
            return Answer.of(
                    400,
                    Json.object()
                            .put(
                                    "error",
                                    "Cannot set the time: send a body such as {\"now\": \"2026-06-30T02:00:00Z\"}."));
        }
        clock.set(now);
        return Answer.ok(time());
    }

    private static @Nullable Instant instant(@Nullable JsonNode body) {
        if (body == null) {
            return null;
        }
        try {
            return Instant.parse(body.path("now").asString(""));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
