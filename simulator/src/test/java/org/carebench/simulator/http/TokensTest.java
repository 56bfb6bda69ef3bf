package org.carebench.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    private static final Instant TIME = Instant.parse("2026-06-30T02:00:00Z");

    private final Tokens tokens = new Tokens();

    @ParameterizedTest
    @CsvSource({
        "sim-x-token, VALID",
        "sim-x-token-clinic, VALID",
        "sim-x-tokens, UNKNOWN",
        "sim-x-expired, EXPIRED",
        "sim-mastodon-token, UNKNOWN",
        "'', UNKNOWN",
        ", UNKNOWN"
    })
    void judgesStandingTokens(String token, Tokens.State state) {
        assertThat(tokens.state("x", token, TIME)).isEqualTo(state);
    }

    @Test
    void acceptsAGivenTokenUntilItExpires() {
        String token =
                tokens.issue("x", "access", "u", TIME, Duration.ofHours(2)).token();

        assertThat(tokens.state("x", token, TIME.plusSeconds(7_199))).isEqualTo(Tokens.State.VALID);
        assertThat(tokens.state("x", token, TIME.plusSeconds(7_200))).isEqualTo(Tokens.State.EXPIRED);
        assertThat(tokens.state("mastodon", token, TIME)).isEqualTo(Tokens.State.UNKNOWN);
    }

    @Test
    void doesNotAcceptARefreshTokenForAccess() {
        String token =
                tokens.issue("x", "refresh", "u", TIME, Duration.ofHours(2)).token();

        assertThat(tokens.state("x", token, TIME)).isEqualTo(Tokens.State.UNKNOWN);
    }

    @Test
    void letsAGivenTokenExpireOnce() {
        String token =
                tokens.issue("x", "access", "u", TIME, Duration.ofHours(2)).token();

        assertThat(tokens.expire(token, TIME)).isTrue();
        assertThat(tokens.expire(token, TIME)).isFalse();
        assertThat(tokens.expire("sim-x-token", TIME)).isFalse();
        assertThat(tokens.state("x", token, TIME)).isEqualTo(Tokens.State.EXPIRED);
    }
}
