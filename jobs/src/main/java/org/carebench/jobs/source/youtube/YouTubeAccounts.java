package org.carebench.jobs.source.youtube;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carebench.jobs.source.CmsFacilityId;
import org.carebench.jobs.source.CsvFile;
import org.carebench.jobs.source.NamedFile;
import org.carebench.jobs.source.SourceColumn;

/** The channels that the crosswalk links to a hospital. Only they are stored by name: every other channel may be a private person. */
final class YouTubeAccounts {

    static final String PLATFORM = "youtube";
    static final String CHANNEL_TITLE = "channel_title";
    static final String CERTIFICATION_NUMBER = "ccn_candidate";

    private final Set<String> titles;

    private YouTubeAccounts(Set<String> titles) {
        this.titles = titles;
    }

    static YouTubeAccounts read(NamedFile crosswalk) {
        Set<String> titles = new HashSet<>();
        List<SourceColumn> columns = List.of(column(CHANNEL_TITLE), column(CERTIFICATION_NUMBER));
        CsvFile.readReference(crosswalk, columns, row -> {
            // A row without a hospital gives no provider; the crosswalk's own reading reports it.
            if (CmsFacilityId.isWellFormed(row.field(CERTIFICATION_NUMBER).text())) {
                titles.add(row.field(CHANNEL_TITLE).required());
            }
        });
        return new YouTubeAccounts(titles);
    }

    boolean contains(String channelTitle) {
        return titles.contains(channelTitle);
    }

    /** The export carries no channel ids, so that the title stands in for them. */
    static String accountId(String channelTitle) {
        return PLATFORM + ":" + channelTitle;
    }
}
