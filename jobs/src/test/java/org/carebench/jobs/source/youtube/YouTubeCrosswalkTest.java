package org.carebench.jobs.source.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.carebench.contract.dataset.AccountLink;
import org.carebench.contract.dataset.LinkEvidence;
import org.carebench.contract.dataset.ProblemCode;
import org.carebench.jobs.source.Reading;
import org.carebench.jobs.source.Reading.Rejection;
import org.carebench.jobs.source.SourceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YouTubeCrosswalkTest {

    private final YouTubeCrosswalk format = new YouTubeCrosswalk();
    private final SourceTable links = SourceTable.of(format.columns());
    private final Path folder;

    YouTubeCrosswalkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void readsACandidateLink() {
        links.row("channel_title", "Tauberg General, Hill Campus", "ccn_candidate", "01014F");

        assertThat(read().records())
                .containsExactly(new AccountLink(
                        "youtube:Tauberg General, Hill Campus",
                        "cms:01014F",
                        "youtube",
                        "Tauberg General, Hill Campus",
                        LinkEvidence.CANDIDATE,
                        Reading.AS_OF,
                        Reading.SOURCE_ID,
                        2));
    }

    @Test
    void keepsSeveralChannelsOfAHospitalAndSeveralHospitalsOfAChannel() {
        links.row("channel_title", "A", "ccn_candidate", "990001")
                .row("channel_title", "B", "ccn_candidate", "990001")
                .row("channel_title", "A", "ccn_candidate", "990002");

        assertThat(read().records(AccountLink.class))
                .extracting(AccountLink::accountId, AccountLink::organizationId)
                .containsExactly(
                        tuple("youtube:A", "cms:990001"),
                        tuple("youtube:B", "cms:990001"),
                        tuple("youtube:A", "cms:990002"));
    }

    @Test
    void rejectsRepeatedLinksAndDamagedIds() {
        links.row("channel_title", "A", "ccn_candidate", "990001")
                .row("channel_title", "A", "ccn_candidate", "990001")
                .row("channel_title", "B", "ccn_candidate", "10001")
                .row("channel_title", "", "ccn_candidate", "990001")
                .row("channel_title", "C", "ccn_candidate", "");

        assertThat(read().rejections())
                .extracting(Rejection::line, Rejection::code, Rejection::column)
                .containsExactly(
                        tuple(3L, ProblemCode.DUPLICATE_ID, "channel_title"),
                        tuple(4L, ProblemCode.INVALID_ID, "ccn_candidate"),
                        tuple(5L, ProblemCode.MISSING_VALUE, "channel_title"),
                        tuple(6L, ProblemCode.MISSING_VALUE, "ccn_candidate"));
    }

    private Reading read() {
        return Reading.of(format, links.write(folder.resolve("links.csv")));
    }
}
