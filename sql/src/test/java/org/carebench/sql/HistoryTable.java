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
    ACCOUNT("15_merge_dim_account", """
            insert into staging.stg_account (release_id, account_id, organization_id, platform, handle, display_name,
                status, evidence)
            values (:release_id, :key, 'r:1', 'youtube', :attribute, '', 'ACTIVE', 'CANDIDATE')
            """, "select account_id, handle, valid_from, valid_to from warehouse.dim_account"),
    POST_METRIC(
            "25_merge_fct_post_metric",
            """
            insert into staging.stg_post_metric (release_id, post_id, metric, platform, observed_at, value,
                value_state, value_precision, definition)
            values (:release_id, :key, 'views', 'youtube', timestamptz '2024-12-01 00:00Z', ascii(:attribute), '',
                'EXACT', 'v1')
            """,
            "select post_id, chr(value::integer), known_on, known_until from warehouse.fct_post_metric"),
    ACCOUNT_DAY(
            "30_merge_fct_account_day",
            """
            insert into staging.stg_account_day (release_id, account_id, observed_on, platform, observed_at, status,
                moved_to, followers_state, followers_precision, followers_definition, following_state,
                following_precision, following_definition, posts_state, posts_precision, posts_definition,
                views_total_state, views_total_precision, views_total_definition, ratings_state, ratings_precision,
                ratings_definition, rating_hundredths_state, rating_hundredths_precision,
                rating_hundredths_definition)
            values (:release_id, :key, date '2024-12-01', 'youtube', timestamptz '2024-12-01 00:00Z', 'ACTIVE',
                :attribute, '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '')
            """,
            "select account_id, moved_to, known_on, known_until from warehouse.fct_account_day"),
    ACCOUNT_INSIGHT(
            "32_merge_fct_account_insight",
            """
            insert into staging.stg_account_insight (release_id, account_id, metric, day, zone, platform, observed_at,
                value, value_state, value_precision, value_definition)
            values (:release_id, :key, 'reach', date '2024-12-01', 'UTC', 'instagram',
                timestamptz '2024-12-01 00:00Z', ascii(:attribute), '', 'EXACT', 'v1')
            """,
            "select account_id, chr(value::integer), known_on, known_until from warehouse.fct_account_insight"),
    OUTCOME(
            "50_merge_fct_outcome",
            """
            insert into staging.stg_outcome (release_id, organization_id, footnotes, measure_id, value_state,
                value_precision, unit, n_state, definition_version, source_as_of, source_id)
            values (:release_id, :key, :attribute, 'm', 'NOT_AVAILABLE', 'UNKNOWN', 'pct', 'NOT_AVAILABLE', 'v1',
                date '2024-07-01', 's')
            """,
            "select organization_id, footnotes, known_on, known_until from warehouse.fct_outcome"),
    PROVIDER_METRIC(
            "80_merge_fct_provider_metric",
            """
            insert into staging.stg_provider_metric (release_id, organization_id, platform, metric_id, period_start,
                period_end, value, state, unit, definition_version)
            values (:release_id, :key, 'facebook', 'm', date '2024-07-01', date '2024-09-29', ascii(:attribute), '',
                'pct', 'v1')
            """,
            "select organization_id, chr(value::integer), known_on, known_until from warehouse.fct_provider_metric");

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
