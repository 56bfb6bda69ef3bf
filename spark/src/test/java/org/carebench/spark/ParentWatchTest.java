package org.carebench.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ParentWatchTest {

    @Test
    void stopsWhenTheParentLetsGoAndNotBefore() throws IOException, InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        try (PipedOutputStream parent = new PipedOutputStream()) {
            Thread watch = new Thread(new ParentWatch(new PipedInputStream(parent), stopped::countDown));
            watch.start();
            parent.write('x');
            parent.flush();
            assertThat(stopped.await(100, TimeUnit.MILLISECONDS)).isFalse();
        }

        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
