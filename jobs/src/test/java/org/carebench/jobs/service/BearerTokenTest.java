package org.carebench.jobs.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BearerTokenTest {

    private final BearerToken token = new BearerToken("correct horse");

    @Test
    void knowsItself() {
        assertThat(token.is("correct horse")).isTrue();
    }

    @Test
    void knowsNothingElse() {
        assertThat(token.is("")).isFalse();
        assertThat(token.is("correct")).isFalse();
        assertThat(token.is("correct horse ")).isFalse();
        assertThat(token.is("Correct horse")).isFalse();
    }

    @Test
    void doesNotShowItself() {
        assertThat(token.toString()).doesNotContain("horse");
    }
}
