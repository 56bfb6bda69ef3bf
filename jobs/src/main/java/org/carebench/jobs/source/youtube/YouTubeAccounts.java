package org.carebench.jobs.source.youtube;

import static org.carebench.jobs.source.SourceColumn.column;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.carebench.jobs.source.CsvFile;
import org.carebench.jobs.source.NamedFile;
import org.carebench.jobs.source.SourceFileException;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.cms.CmsFacilityId;

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
        try (CsvFile file =
                CsvFile.openReference(crosswalk, List.of(column(CHANNEL_TITLE), column(CERTIFICATION_NUMBER)))) {
            for (SourceRow row = file.next(); row != null; row = file.next()) {
                if (row.isReadable()
                        && CmsFacilityId.isWellFormed(
                                row.field(CERTIFICATION_NUMBER).text())) {
                    titles.add(row.field(CHANNEL_TITLE).text());
                }
            }
        } catch (IOException e) {
            throw new SourceFileException("Cannot read " + crosswalk.name() + ": " + e.getMessage(), e);
        }
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
