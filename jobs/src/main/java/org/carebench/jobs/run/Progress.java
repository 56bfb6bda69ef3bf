package org.carebench.jobs.run;

/** Tells the person or the log that waits how far a run has come. Safe for several threads. */
public interface Progress {

    /** A job begins, for example extract. */
    void begin(String job);

    /** The job's next stretch has so many units in all, as far as can be told beforehand. */
    void expect(long units);

    /** So many units of a subject, for example characters of a source, are done. */
    void advance(String subject, long units);

    /** A finding worth reading: a finished step, a report, or what happens next. */
    void say(String text);

    /** The job is over; what was shown of its progress is closed. */
    void end();
}
