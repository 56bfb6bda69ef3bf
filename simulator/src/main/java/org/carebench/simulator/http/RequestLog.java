package org.carebench.simulator.http;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts every answered request, and writes each as one line of JSON where a file is named. */
public final class RequestLog implements AutoCloseable {

    private final @Nullable BufferedWriter writer;
    private final Map<Kind, Long> counts = new HashMap<>();
    private long sequence;

    private record Kind(String platform, String endpoint, int status, String fault) {}

    /**
     * One answered request.
     *
     * @param at the instant at which the world stood
     * @param platform the platform's name
     * @param endpoint the endpoint's key
     * @param subjects stable ids of the accounts that it was about
     * @param status the status that was sent
     * @param served ids of the items that a caller could read from the body
     * @param fault the faults that were laid over the answer, joined by "+"; empty where there was none
     * @param caller fingerprint of who asked, never a token
     */
    record Entry(
            Instant at,
            String platform,
            String endpoint,
            List<String> subjects,
            int status,
            List<String> served,
            String fault,
            String caller) {}

    /**
     * An empty log.
     *
     * @param file the file that is begun anew, or null to count only
     * @throws IOException where the file cannot be written
     */
    public RequestLog(@Nullable Path file) throws IOException {
        writer = file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    synchronized void add(Entry entry) {
        sequence++;
        counts.merge(new Kind(entry.platform(), entry.endpoint(), entry.status(), entry.fault()), 1L, Long::sum);
        if (writer != null) {
            ObjectNode line = Json.object()
                    .put("sequence", sequence)
                    .put("at", entry.at().toString())
                    .put("platform", entry.platform())
                    .put("endpoint", entry.endpoint());
            line.set("subjects", Json.texts(entry.subjects()));
            line.put("status", entry.status());
            line.set("served", Json.texts(entry.served()));
            line.put("fault", entry.fault()).put("caller", entry.caller());
            try {
                writer.write(new String(Json.write(line), StandardCharsets.UTF_8));
                writer.newLine();
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the request log: check the disk.", e);
            }
        }
    }

    /** How many requests were answered, by platform, endpoint, status and fault. */
    synchronized ObjectNode counts() {
        ArrayNode rows = Json.array();
        counts.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Kind, Long> entry) -> entry.getKey().platform())
                        .thenComparing(entry -> entry.getKey().endpoint())
                        .thenComparing(entry -> entry.getKey().status())
                        .thenComparing(entry -> entry.getKey().fault()))
                .forEach(entry -> rows.addObject()
                        .put("platform", entry.getKey().platform())
                        .put("endpoint", entry.getKey().endpoint())
                        .put("status", entry.getKey().status())
                        .put("fault", entry.getKey().fault())
                        .put("count", entry.getValue()));
        ObjectNode all = Json.object().put("total", sequence);
        all.set("requests", rows);
        return all;
    }

    @Override
    public synchronized void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
