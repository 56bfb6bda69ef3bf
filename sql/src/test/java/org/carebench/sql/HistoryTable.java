package org.carebench.sql;

/** The tables that keep spans of equal nights. In the tests each has one key and one attribute that varies. */
enum HistoryTable {
    ORGANIZATION(
            "10_merge_dim_organization",
            """
            insert into staging.stg_organization (release_id, organization_id, ownership, registry, facility_id, name,
                country, overall_rating_state, bed_match)
            values (:release_id, :key, :attribute, 'r', '1', 'North', 'US', 'NOT_IN_SOURCE', 'NO_MATCH')
            """,
            "select organization_id, ownership, valid_from, valid_to from warehouse.dim_organization"),
    ACCOUNT(
            "15_merge_dim_account",
            """
            insert into staging.stg_account (release_id, account_id, organization_id, platform, display_name, evidence)
            values (:release_id, :key, 'r:1', 'youtube', coalesce(:attribute, ''), 'CANDIDATE')
            """,
            "select account_id, nullif(display_name, ''), valid_from, valid_to from warehouse.dim_account"),
    OUTCOME(
            "50_merge_fct_outcome",
            """
            insert into staging.stg_outcome (release_id, organization_id, footnotes, measure_id, value_state,
                value_precision, unit, n_state, definition_version, source_as_of, source_id)
            values (:release_id, :key, :attribute, 'm', 'NOT_AVAILABLE', 'UNKNOWN', 'pct', 'NOT_AVAILABLE', 'v1',
                date '2024-07-01', 's')
            """,
            "select organization_id, footnotes, known_on, known_until from warehouse.fct_outcome");

    private final String file;
    private final String insert;
    private final String select;

    HistoryTable(String file, String insert, String select) {
        this.file = file;
        this.insert = insert;
        this.select = select;
    }

    String file() {
        return "load/" + file + ".sql";
    }

    /** Stages one row of {@code :release_id} with {@code :key} and {@code :attribute}. */
    String insert() {
        return insert;
    }

    /** Key, attribute, first date, and the date from which it was so no longer. */
    String select() {
        return select;
    }
}
