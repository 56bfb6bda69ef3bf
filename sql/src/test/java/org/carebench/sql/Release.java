package org.carebench.sql;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** A release under test, and the parameters that the publish job hands to every file. */
record Release(String id, LocalDate businessDate, int revision) {

    static Release parse(String id) {
        int dot = id.lastIndexOf('.');
        return new Release(id, LocalDate.parse(id.substring(0, dot)), Integer.parseInt(id.substring(dot + 1)));
    }

    Map<String, Object> parameters() {
        return Map.of("release_id", id, "business_date", Date.valueOf(businessDate), "revision", revision);
    }

    /** Registers the release, as the publish job does before it merges. */
    void register(NamedParameterJdbcTemplate database) {
        database.update("""
                insert into ops.release (release_id, business_date, revision, code_version, input_fingerprint)
                values (:release_id, :business_date, :revision, 'test', 'test')
                on conflict do nothing
                """, parameters());
    }
}
