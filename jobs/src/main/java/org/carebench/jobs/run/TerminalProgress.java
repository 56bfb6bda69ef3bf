package org.carebench.jobs.run;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on a terminal: a bar that counts while the stage runs. */
public final class TerminalProgress implements Progress {

    private static final int REDRAW_MILLIS = 200;

    private final PrintStream out;
    private @Nullable ProgressBar bar;
    private String job = "";

    public TerminalProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void begin(String name) {
        end();
        job = name;
        bar = open(name);
    }

    @Override
    public synchronized void advance(String subject, long units) {
        if (bar != null) {
            bar.setExtraMessage(subject);
            bar.stepBy(units);
        }
    }

    /** The bar stands still while the text is printed, and goes on below it. */
    @Override
    public synchronized void say(String text) {
        boolean wasOpen = bar != null;
        end();
        out.println(text);
        if (wasOpen) {
            bar = open(job);
        }
    }

    @Override
    public synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private ProgressBar open(String name) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(-1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
    }
}
