package org.carebench.jobs.platform.graph;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.PlatformSettings;

/**
 * Where the Graph API is asked.
 *
 * @param baseUrl address without the version
 * @param apiVersion for example v25.0; Meta keeps a version for about two years
 */
public record GraphProperties(URI baseUrl, String apiVersion) {

    private static final String META = "https://graph.facebook.com";
    private static final String API_VERSION = "api-version";
    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}\\.\\d{1,2}");

    /**
     * Reads the settings of a platform.
     *
     * @param otherSettings names of settings that only this platform has
     * @throws ConfigurationException where there is another setting, or the version is none
     */
    public static GraphProperties of(
            String platform, PlatformSettings settings, String usualVersion, Set<String> otherSettings) {
        Set<String> known = new TreeSet<>(otherSettings);
        known.add(API_VERSION);
        Set<String> unknown = new HashSet<>(settings.settings().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new ConfigurationException("Cannot read the settings of " + platform + ": there is no setting "
                    + new TreeSet<>(unknown) + ". Take it out, or use one of " + known + ".");
        }
        String version = settings.setting(API_VERSION, usualVersion);
        if (!VERSION.matcher(version).matches()) {
            throw new ConfigurationException("Cannot read the setting " + API_VERSION + " of " + platform + ": '"
                    + version + "' is no version. Write it like " + usualVersion + ".");
        }
        return new GraphProperties(settings.baseUrlOr(META), version);
    }
}
