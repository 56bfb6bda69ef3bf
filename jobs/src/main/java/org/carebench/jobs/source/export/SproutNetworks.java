package org.carebench.jobs.source.export;

import static java.util.Map.entry;
import static org.carebench.jobs.source.SourceColumn.column;

import java.util.Locale;
import java.util.Map;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;

/** The platforms of Sprout's reports, which call them by their name or by Sprout's own word for the kind of account. */
final class SproutNetworks {

    static final SourceColumn COLUMN = column("Network", "Network Type");

    private static final Map<String, String> PLATFORMS = Map.ofEntries(
            entry("bluesky", "bluesky"),
            entry("facebook", "facebook"),
            entry("instagram", "instagram"),
            entry("fb_instagram_account", "instagram"),
            entry("linkedin", "linkedin"),
            entry("linkedin_company", "linkedin"),
            entry("tiktok", "tiktok"),
            entry("twitter", "x"),
            entry("x", "x"),
            entry("youtube", "youtube"));

    private SproutNetworks() {}

    static String platform(SourceField network) {
        return new SourceField(network.column(), network.required().toLowerCase(Locale.ROOT)).oneOf(PLATFORMS);
    }
}
