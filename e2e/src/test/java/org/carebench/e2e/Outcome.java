package org.carebench.e2e;

import static org.assertj.core.api.Assertions.assertThat;

/** How a call ended, and what it said. */
record Outcome(String command, int exitCode, String out, String error) {

    static final int KILLED = 137;

    Outcome succeeded() {
        assertThat(exitCode).as(this::toString).isZero();
        return this;
    }

    /** One sentence on standard error that names what is wrong, and nothing that only a programmer can read. */
    void failedWithOneSentence(int expectedCode, String... parts) {
        assertThat(exitCode).as(this::toString).isEqualTo(expectedCode);
        assertThat(error.lines()).as(this::toString).hasSize(1);
        assertThat(error.strip()).startsWith("carebench: ").endsWith(".").contains(parts);
        saysNothingForProgrammers();
    }

    private void saysNothingForProgrammers() {
        assertThat(out + error)
                .doesNotContain("\tat ", "Exception", " ERROR ", "org.carebench.", "org.springframework");
    }
}
