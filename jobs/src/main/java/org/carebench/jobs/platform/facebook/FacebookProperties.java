package org.carebench.jobs.platform.facebook;

import java.util.Set;
import org.carebench.jobs.platform.PlatformSettings;
import org.carebench.jobs.platform.graph.GraphProperties;

/** How Facebook is asked. */
record FacebookProperties(GraphProperties graph) {

    private static final String USUAL_VERSION = "v26.0";

    static FacebookProperties of(PlatformSettings settings) {
        return new FacebookProperties(
                GraphProperties.of(FacebookConnector.PLATFORM, settings, USUAL_VERSION, Set.of()));
    }
}
