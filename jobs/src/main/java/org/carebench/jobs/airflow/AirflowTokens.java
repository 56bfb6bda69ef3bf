package org.carebench.jobs.airflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Fetches a token of Airflow once for all who need it, and again before it ends or when it is refused. */
final class AirflowTokens {

    private static final Duration SPARE = Duration.ofSeconds(60);
    private static final Duration UNTOLD_LIFE = Duration.ofMinutes(10);

    private final RestClient http;
    private final Login login;
    private final Clock clock;
    private @Nullable String token;
    private Instant end = Instant.MIN;

    AirflowTokens(RestClient http, Login login, Clock clock) {
        this.http = http;
        this.login = login;
        this.clock = clock;
    }

    /** Who asks. Its text never shows the password. */
    record Login(String username, String password) {
        @Override
        public String toString() {
            return username;
        }
    }

    private record Answer(@JsonProperty("access_token") String accessToken) {}

    /** A token that is valid for a while yet. */
    synchronized String current() {
        if (token == null || !clock.instant().isBefore(end)) {
            Answer answer = http.post()
                    .uri("/auth/token")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(login)
                    .retrieve()
                    .body(Answer.class);
            if (answer == null) {
                throw new AirflowException("Cannot log in to Airflow: its answer holds no token.", 0, null);
            }
            token = answer.accessToken();
            end = end(token);
        }
        return token;
    }

    /** Forgets a token that was refused, unless another one has been fetched meanwhile. */
    synchronized void forget(String refused) {
        if (refused.equals(token)) {
            token = null;
        }
    }

    /** The end that the token says; a token that says none is fetched again after a while. */
    private Instant end(String jwt) {
        String[] parts = jwt.split("\\.", -1);
        try {
            long seconds = JsonMapper.shared()
                    .readTree(new String(
                            Base64.getUrlDecoder().decode(parts.length > 1 ? parts[1] : ""), StandardCharsets.UTF_8))
                    .path("exp")
                    .asLong(0);
            return seconds == 0
                    ? clock.instant().plus(UNTOLD_LIFE)
                    : Instant.ofEpochSecond(seconds).minus(SPARE);
        } catch (JacksonException | IllegalArgumentException e) {
            return clock.instant().plus(UNTOLD_LIFE);
        }
    }
}
