package org.carebench.jobs.run;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on a terminal: a bar that moves while a job runs, and findings above it. */
public final class TerminalProgress implements Progress {

    private static final int REDRAW_MILLIS = 200;
    private static final String CLEAR_LINE = "\r\u001B[K";

    private final PrintStream out;
    private String job = "";
    private @Nullable ProgressBar bar;

    public TerminalProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void begin(String name) {
        end();
        job = name;
    }

    @Override
    public synchronized void expect(long units) {
        end();
        bar = new ProgressBarBuilder()
                .setTaskName(job)
                .setInitialMax(units)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .hideEta()
                .build();
    }

    @Override
    public synchronized void advance(String subject, long units) {
        if (bar != null) {
            bar.setExtraMessage(subject);
            bar.stepBy(units);
        }
    }

    /** The bar draws itself again below the text. */
    @Override
    public synchronized void say(String text) {
        out.print((bar == null ? "" : CLEAR_LINE) + text + System.lineSeparator());
        out.flush();
    }

    @Override
    public synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
