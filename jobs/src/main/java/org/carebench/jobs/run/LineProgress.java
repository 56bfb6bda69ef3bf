package org.carebench.jobs.run;

import java.io.PrintStream;

/** Progress where nobody watches a terminal: a line per finding, and nothing in between. */
public final class LineProgress implements Progress {

    private final PrintStream out;

    public LineProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void begin(String job) {
        say("[" + job + "] begins");
    }

    @Override
    public void expect(long units) {
        // Only a bar needs to know.
    }

    @Override
    public void advance(String subject, long units) {
        // A log would only grow; the line of the finished step has the sum.
    }

    @Override
    public synchronized void say(String text) {
        out.println(text);
        out.flush();
    }

    @Override
    public void end() {
        // The last step has had its line.
    }
}
