package org.carebench.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Ends this program when the program that started it is gone: the parent holds the other end of standard input, which
 * closes with it, however it dies. Without this a benchmark would go on writing for nobody, beside its own repetition.
 */
final class ParentWatch implements Runnable {

    private final InputStream fromParent;
    private final Runnable stop;

    ParentWatch(InputStream fromParent, Runnable stop) {
        this.fromParent = fromParent;
        this.stop = stop;
    }

    /** Watches in the background, and halts without any further word once the parent is gone. */
    static void start() {
        Thread thread =
                new Thread(new ParentWatch(System.in, () -> Runtime.getRuntime().halt(143)), "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            fromParent.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // A pipe that breaks says the same as one that ends.
        }
        stop.run();
    }
}
