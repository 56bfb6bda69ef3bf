package org.carebench.jobs.source.youtube;

import static org.carebench.jobs.source.SourceColumn.column;

import java.util.List;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.jobs.source.CmsFacilityId;
import org.carebench.jobs.source.RowMapper;
import org.carebench.jobs.source.SourceColumn;
import org.carebench.jobs.source.SourceField;
import org.carebench.jobs.source.SourceFormat;
import org.carebench.jobs.source.SourceRow;
import org.carebench.jobs.source.SourceVintage;
import org.carebench.jobs.source.UniqueIds;
import org.springframework.stereotype.Component;

/** A hand-made crosswalk from YouTube channels to hospitals. Its links are candidates until somebody verifies them. */
@Component
final class YouTubeCrosswalk implements SourceFormat {

    @Override
    public String name() {
        return "youtube-crosswalk";
    }

    @Override
    public List<SourceColumn> columns() {
        return List.of(column(YouTubeAccounts.CHANNEL_TITLE), column(YouTubeAccounts.CERTIFICATION_NUMBER));
    }

    @Override
    public List<Class<? extends Record>> datasets() {
        return List.of(AccountLink.class);
    }

    @Override
    public RowMapper mapper(SourceVintage vintage) {
        UniqueIds links = new UniqueIds();
        return row -> List.of(link(row, links, vintage));
    }

    private static AccountLink link(SourceRow row, UniqueIds links, SourceVintage vintage) {
        SourceField title = row.field(YouTubeAccounts.CHANNEL_TITLE);
        String accountId = YouTubeAccounts.accountId(title.required());
        String organizationId = CmsFacilityId.organizationId(row.field(YouTubeAccounts.CERTIFICATION_NUMBER));
        links.first(title, accountId + " " + organizationId);
        return new AccountLink(
                accountId,
                organizationId,
                YouTubeAccounts.PLATFORM,
                title.text(),
                LinkEvidence.CANDIDATE,
                vintage.asOf(),
                vintage.sourceId(),
                row.line());
    }
}
