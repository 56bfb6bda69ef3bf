package org.carebench.jobs.platform.instagram;

import java.util.Set;
import org.carebench.jobs.config.ConfigurationException;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.graph.GraphProperties;
import org.jspecify.annotations.Nullable;

/**
 * How Instagram is asked.
 *
 * @param igUserId account of our own that accounts of others are asked through, where a credential does not name its own
 */
record InstagramProperties(GraphProperties graph, @Nullable String igUserId) {

    static final String IG_USER_ID = "ig-user-id";

    private static final String USUAL_VERSION = "v25.0";

    static InstagramProperties of(PlatformSettings settings) {
        GraphProperties graph =
                GraphProperties.of(InstagramConnector.PLATFORM, settings, USUAL_VERSION, Set.of(IG_USER_ID));
        String igUserId = settings.settings().get(IG_USER_ID);
        if (igUserId != null && !igUserId.matches("\\d+")) {
            throw new ConfigurationException("Cannot read the setting " + IG_USER_ID + " of instagram: '" + igUserId
                    + "' is no id. Write the number of an Instagram account of your own, in quotes.");
        }
        return new InstagramProperties(graph, igUserId);
    }
}
