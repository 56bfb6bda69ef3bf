package org.carebench.jobs.platform;

import java.util.List;
import java.util.Locale;
import org.carebench.jobs.config.ConfigurationException;

/** Reads the settings that only one platform knows. Whoever writes a profile is told at once what cannot be used. */
public final class OwnSettings {

    private final String platform;
    private final PlatformSettings settings;

    private OwnSettings(String platform, PlatformSettings settings) {
        this.platform = platform;
        this.settings = settings;
    }

    /**
     * The settings of a platform's block.
     *
     * @throws ConfigurationException where a name is not among the known ones
     */
    public static OwnSettings of(String platform, PlatformSettings settings, String... known) {
        settings.requireOnly(platform, known);
        return new OwnSettings(platform, settings);
    }

    public String text(String name, String otherwise) {
        return settings.setting(name, otherwise);
    }

    /** A whole number of 0 or more. */
    public long count(String name, long otherwise) {
        String value = settings.setting(name, Long.toString(otherwise));
        if (!value.matches("\\d{1,15}")) {
            throw unusable(name, value, "a whole number of 0 or more");
        }
        return Long.parseLong(value);
    }

    /** Yes or no. */
    public boolean flag(String name) {
        return Boolean.parseBoolean(choice(name, List.of("false", "true")));
    }

    /** One of a few words, in small letters; the first where the profile says nothing. */
    public String choice(String name, List<String> choices) {
        String value = settings.setting(name, choices.get(0)).toLowerCase(Locale.ROOT);
        if (!choices.contains(value)) {
            throw unusable(name, value, String.join(" or ", choices));
        }
        return value;
    }

    /** What is thrown where a value is of the wrong form. */
    public ConfigurationException unusable(String name, String value, String expected) {
        return new ConfigurationException("Cannot use the settings of platform " + platform + ": '" + name + "' is '"
                + value + "'. It must be " + expected + ".");
    }
}
