package org.carebench.simulator.write;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** A file of JSON objects, one a line. */
final class JsonLines implements Closeable {

    private final BufferedWriter out;
    private final JsonMapper json;

    private JsonLines(BufferedWriter out, JsonMapper json) {
        this.out = out;
        this.json = json;
    }

    static JsonLines create(Path file, JsonMapper json) throws IOException {
        Files.createDirectories(file.getParent());
        return new JsonLines(Files.newBufferedWriter(file), json);
    }

    static void writeWhole(Path file, JsonMapper json, Object value) throws IOException {
        try (JsonLines lines = create(file, json)) {
            lines.write(value);
        }
    }

    void write(Object value) throws IOException {
        out.write(json.writeValueAsString(value));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
