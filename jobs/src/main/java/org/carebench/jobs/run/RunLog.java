package org.carebench.jobs.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an execution said, one file for all its attempts. A log that cannot be written stops nothing. */
public final class RunLog {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private final Path file;
    private final Clock clock;

    RunLog(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    synchronized void say(String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + text + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.warn("Cannot write {}: {}", file, e.getMessage());
        }
    }

    /** The end of the log, from the beginning of a line; empty where nothing was said here. */
    public static String end(Path file, int mostBytes) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - mostBytes);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }
}
