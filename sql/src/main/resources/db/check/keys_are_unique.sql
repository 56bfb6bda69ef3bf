-- Violations: rows beyond the first of their key. Total: all staged rows.
select coalesce(sum(repeats), 0)::bigint as violations, coalesce(sum(staged), 0)::bigint as total
from (
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_organization where release_id = :release_id
    group by organization_id
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_account where release_id = :release_id
    group by account_id, organization_id
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_account_day where release_id = :release_id
    group by account_id, observed_on
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_post where release_id = :release_id
    group by post_id
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_post_metric where release_id = :release_id
    group by post_id, metric
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_interaction where release_id = :release_id
    group by interaction_id, account_id
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_discussion where release_id = :release_id
    group by discussion_id, search_id
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_account_insight where release_id = :release_id
    group by account_id, metric, day
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_account_coverage where release_id = :release_id
    group by account_id, organization_id, family, business_date, run
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_review where release_id = :release_id
    group by review_id
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_outcome where release_id = :release_id
    group by organization_id, measure_id, period_start, source_id
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_problem where release_id = :release_id
    group by source_id, file, line, code
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_adoption where release_id = :release_id
    group by organization_id, platform
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_adoption_summary where release_id = :release_id
    group by platform, peer_dimension, peer_group
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_peer_distribution where release_id = :release_id
    group by measure_id, period_start, peer_dimension, peer_group
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_recommendation where release_id = :release_id
    group by organization_id, measure_id
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_post_metric_at_age where release_id = :release_id
    group by post_id, metric, age_days
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_post_tag where release_id = :release_id
    group by post_id, scheme, tag
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_answerable_item where release_id = :release_id
    group by item_id, account_id
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_provider_metric where release_id = :release_id
    group by organization_id, platform, metric_id, period_start
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_index_component where release_id = :release_id
    group by organization_id, period_start, component
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_integration_index where release_id = :release_id
    group by organization_id, period_start
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_cohort_membership where release_id = :release_id
    group by organization_id, exposure, period_start
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_cohort_comparison where release_id = :release_id
    group by claim, exposure, outcome, platform, peer_dimension, peer_group, exposure_end, estimator
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_cohort_balance where release_id = :release_id
    group by exposure, outcome, platform, exposure_end, covariate
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_comparison_variant where release_id = :release_id
    group by claim, exposure, outcome, platform, exposure_end, variant
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_dose_response where release_id = :release_id
    group by claim, exposure, outcome, platform, exposure_end, step
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_index_validity where release_id = :release_id
    group by period_start, check_id, subject
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_peer_position where release_id = :release_id
    group by organization_id, measure_id, platform, period_start, peer_dimension, peer_group
    union all
    select count(*) - 1 as repeats, count(*) as staged from staging.stg_metric_distribution where release_id = :release_id
    group by metric_id, platform, period_start, peer_dimension, peer_group
) as staged_key;
