package org.carebench.jobs.run;

import java.util.function.Consumer;

/** Tells the console, and the execution that the thread works for, together with those it is a part of. */
final class ExecutionProgress implements Progress {

    private final Progress console;
    private final CurrentExecution current;

    ExecutionProgress(Progress console, CurrentExecution current) {
        this.console = console;
        this.current = current;
    }

    @Override
    public void begin(String job) {
        console.begin(job);
        tell(running -> running.beginStretch(job));
        tell(running -> running.log().say("[" + job + "] begins"));
    }

    @Override
    public void expect(long units) {
        console.expect(units);
        tell(running -> running.expect(units));
    }

    @Override
    public void advance(String subject, long units) {
        console.advance(subject, units);
        tell(running -> running.advance(subject, units));
    }

    @Override
    public void say(String text) {
        console.say(text);
        tell(running -> running.log().say(text));
    }

    @Override
    public void end() {
        console.end();
    }

    private void tell(Consumer<RunningExecution> news) {
        for (RunningExecution running = current.get(); running != null; running = running.parent()) {
            news.accept(running);
        }
    }
}
