package org.carebench.jobs.run;

import java.sql.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.carebench.contract.lake.BusinessDate;
import org.carebench.contract.lake.ReleaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The revisions of every business date. A revision belongs to exact inputs; other inputs take the next one. */
@Component
public class Nights {

    private final JdbcClient jdbc;

    Nights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The revision of exactly these inputs: the one that was published last, or else the one that was begun last, if it has
     * them; otherwise a new one.
     */
    @Transactional
    public ReleaseId revisionOf(BusinessDate businessDate, String inputFingerprint) {
        lock();
        return known(businessDate, inputFingerprint).orElseGet(() -> add(businessDate, inputFingerprint));
    }

    /** The revision of exactly these inputs, as long as there is one that would be gone on with. */
    public Optional<ReleaseId> known(BusinessDate businessDate, String inputFingerprint) {
        return Stream.of(newestPublished(businessDate), newest(businessDate))
                .flatMap(Optional::stream)
                .filter(release -> inputFingerprint(release).equals(inputFingerprint))
                .findFirst();
    }

    /**
     * A revision in which these inputs are computed once more: the newest one where it may be joined, or else a new one.
     *
     * @param isJoined whether the newest revision, which has exactly these inputs, is one that others have begun for the same
     *     purpose
     */
    @Transactional
    public ReleaseId nextRevisionOf(BusinessDate businessDate, String inputFingerprint, Predicate<ReleaseId> isJoined) {
        lock();
        return newest(businessDate)
                .filter(release -> inputFingerprint(release).equals(inputFingerprint))
                .filter(isJoined)
                .orElseGet(() -> add(businessDate, inputFingerprint));
    }

    private void lock() {
        jdbc.sql("lock table ops.night in share row exclusive mode").update();
    }

    private ReleaseId add(BusinessDate businessDate, String inputFingerprint) {
        ReleaseId next = new ReleaseId(
                businessDate, newest(businessDate).map(ReleaseId::revision).orElse(0) + 1);
        jdbc.sql("insert into ops.night (business_date, revision, input_fingerprint) values (?, ?, ?)")
                .params(Date.valueOf(businessDate.day()), next.revision(), inputFingerprint)
                .update();
        return next;
    }

    private Optional<ReleaseId> newest(BusinessDate businessDate) {
        return newestFirst(businessDate).stream().findFirst();
    }

    /** The revisions of a business date that were begun, the newest first. */
    public List<ReleaseId> newestFirst(BusinessDate businessDate) {
        return jdbc.sql("select revision from ops.night where business_date = ? order by revision desc")
                .param(Date.valueOf(businessDate.day()))
                .query((row, number) -> new ReleaseId(businessDate, row.getInt("revision")))
                .list();
    }

    private Optional<ReleaseId> newestPublished(BusinessDate businessDate) {
        return jdbc.sql("select max(revision) from ops.release where business_date = ?")
                .param(Date.valueOf(businessDate.day()))
                .query(Integer.class)
                .optional()
                .map(revision -> new ReleaseId(businessDate, revision));
    }

    /** The checksum of the inputs that a revision belongs to. */
    public String inputFingerprint(ReleaseId release) {
        return jdbc.sql("select input_fingerprint from ops.night where business_date = ? and revision = ?")
                .params(Date.valueOf(release.businessDate().day()), release.revision())
                .query(String.class)
                .single();
    }

    /** Whether the release was published, now or earlier. */
    public boolean isPublished(ReleaseId release) {
        return jdbc.sql("select exists (select from ops.release where release_id = ?)")
                .param(release.toString())
                .query(Boolean.class)
                .single();
    }
}
