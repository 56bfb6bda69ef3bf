package org.carebench.jobs.platform;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.carebench.contract.dataset.DataFamily;
import org.carebench.jobs.config.ConfigurationException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How a platform is read: one block of a profile.
 *
 * @param baseUrl address of its API; NULL takes the platform's own
 * @param concurrency requests in flight at the same time
 * @param requestsPerSecond pace that is never exceeded, per credential and bucket; NULL for none
 * @param timeout for a whole request, connection and body included
 * @param maxResponse a longer answer is refused
 * @param attempts how often a request is sent when the platform does not answer, or with an error of its own
 * @param longestWait a platform that asks to wait longer is left until the next run
 * @param quota allowance of a day or month in units of the platform; NULL for none
 * @param credential alias for accounts whose roster row names none
 * @param families what is read; empty for everything that the platform offers
 * @param depth how far back a full listing goes
 * @param settings what only this platform knows, by name
 */
public record PlatformSettings(
        @Nullable URI baseUrl,
        @Positive @DefaultValue("4") int concurrency,
        @Positive @Nullable Double requestsPerSecond,
        @NotNull @DefaultValue("30s") Duration timeout,
        @NotNull @DefaultValue("16MB") DataSize maxResponse,
        @Positive @DefaultValue("5") int attempts,
        @NotNull @DefaultValue("2m") Duration longestWait,
        @Valid @Nullable Quota quota,
        @Nullable String credential,
        @DefaultValue List<DataFamily> families,
        @NotNull @DefaultValue("365d") Duration depth,
        @DefaultValue Map<String, String> settings) {

    /**
     * An allowance.
     *
     * @param units what may be spent in a period: YouTube's units, or millionths of a dollar where reading costs money
     * @param period when it is renewed
     * @param zone zone in which the period begins at midnight
     */
    public record Quota(
            @Positive long units,
            @NotNull Period period,
            @NotNull ZoneId zone) {}

    /** When an allowance is renewed. */
    public enum Period {
        DAY,
        MONTH
    }

    /** Everything as the defaults say, but for the address: for tests and tools. */
    public static PlatformSettings defaults(URI baseUrl) {
        return new PlatformSettings(
                baseUrl,
                4,
                null,
                Duration.ofSeconds(30),
                DataSize.ofMegabytes(16),
                5,
                Duration.ofMinutes(2),
                null,
                null,
                List.of(),
                Duration.ofDays(365),
                Map.of());
    }

    public URI baseUrlOr(String platformsOwn) {
        return baseUrl == null ? URI.create(platformsOwn) : baseUrl;
    }

    /** A setting that only this platform knows. */
    public String setting(String name, String otherwise) {
        return settings.getOrDefault(name, otherwise);
    }

    /**
     * Refuses a misspelt setting, which would otherwise have no effect.
     *
     * @param known names of all the settings that the platform has
     * @throws ConfigurationException where there is another
     */
    public void requireOnly(String platform, String... known) {
        List<String> names = List.of(known);
        settings.keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new ConfigurationException("Cannot use the settings of platform " + platform + ": '" + name
                            + "' is not known. "
                            + (names.isEmpty() ? "Remove it." : "Known are: " + String.join(", ", names) + "."));
                });
    }

    public PlatformSettings withSettings(Map<String, String> others) {
        return new PlatformSettings(
                baseUrl,
                concurrency,
                requestsPerSecond,
                timeout,
                maxResponse,
                attempts,
                longestWait,
                quota,
                credential,
                families,
                depth,
                others);
    }
}
