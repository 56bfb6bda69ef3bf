package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(Integer.MAX_VALUE)
class DemoIT {

    /** Everything that a newcomer sees first: nothing but the one command. */
    @Test
    void theDemoPublishesAnInventedWorldAndEndsWhatItStarted() throws IOException {
        Path home = Home.emptyFolder("demo");

        Outcome demo =
                Call.carebench("demo").with("--home", home.toString()).run().succeeded();

        assertThat(demo.out()).contains("Done: nightly of 2026-06-29.1.", "Done: nightly of 2026-06-30.1.");
        assertThat(Files.readString(home.resolve("site/data/profile.js"))).contains("[\"demo\",true]");
        for (String platform : List.of(
                "bluesky", "mastodon", "youtube", "instagram", "facebook", "x", "linkedin", "tiktok", "google")) {
            assertThat(home.resolve("lake/landing/account_snapshot/business_date=2026-06-30/platform=" + platform))
                    .isDirectory();
        }
        assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
        assertThat(ProcessHandle.allProcesses()
                        .map(process -> process.info().commandLine().orElse(""))
                        .filter(line -> line.contains("org.carebench.simulator") && line.contains(home.toString())))
                .isEmpty();
    }
}
